using System.Net;

namespace ApiGen.Sandbox;

/// <summary>A request that reached a sandbox, whatever became of it.</summary>
public sealed class SandboxRequest
{
    private int _status;

    internal SandboxRequest(string method, string target, IReadOnlyDictionary<string, string> parameters)
    {
        Method = method;
        Target = target;
        Parameters = parameters;
    }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>Path and query exactly as they came, percent-encoded.</summary>
    public string Target { get; }

    /// <summary>
    /// The endpoint in the spec, as <c>friendships/create</c>, or null if method and path belong to none.
    /// </summary>
    public string? Endpoint { get; internal init; }

    /// <summary>
    /// The arguments from path, query and body, decoded; without what is OAuth's own, and without files. The values of
    /// a name that came several times are joined with commas. From a JSON body, a text is itself and all else JSON.
    /// </summary>
    public IReadOnlyDictionary<string, string> Parameters { get; }

    /// <summary>The files of a multipart body, in the order in which they came.</summary>
    public IReadOnlyList<SandboxFile> Files { get; internal init; } = [];

    /// <summary>
    /// The user whose limits count the request: the digits before the token's hyphen, or the token where the API's
    /// tokens don't carry the user's id. Null if the signature was not accepted, or there was no token.
    /// </summary>
    public string? User { get; internal init; }

    /// <summary>The consumer key whose limits count the request, or null if the signature was not accepted.</summary>
    public string? App { get; internal init; }

    /// <summary>
    /// When it arrived by the sandbox's clock: read to its end and not yet answered. Limits count by this moment.
    /// </summary>
    public DateTimeOffset Arrived { get; internal set; }

    /// <summary>The status it was answered with, or null if it had no answer, or none as yet.</summary>
    public HttpStatusCode? StatusCode =>
        Volatile.Read(ref _status) is not 0 and int status ? (HttpStatusCode)status : null;

    /// <summary>Says it in one line, without the query: <c>POST friendships/create 403</c>.</summary>
    public override string ToString() =>
        $"{Method} {Endpoint ?? Target.Split('?')[0]} {(StatusCode is { } status ? (int)status : "unanswered")}";

    internal void Answered(int status) => Volatile.Write(ref _status, status);
}
