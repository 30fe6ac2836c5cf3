using System.Net;
using System.Net.Http.Headers;

namespace ApiGen;

/// <summary>
/// A call failed after it was found valid and its budget was reserved: the server refused it, answered something
/// unreadable, or couldn't be reached.
/// </summary>
/// <remarks>
/// <see cref="Means"/> says what to do about it; <see cref="StatusCode"/> says whether there was an answer at all.
/// </remarks>
public class ApiException : Exception
{
    /// <summary>Reports a failed call.</summary>
    /// <param name="message">A sentence on what failed, with nothing secret in it.</param>
    /// <param name="innerException">The error underneath, if one was caught.</param>
    public ApiException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The endpoint that was called, as <c>friendships/create</c>.</summary>
    public string Endpoint { get; init; } = "";

    /// <summary>The HTTP status of the answer, or null if there was none.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The server's own code from the body, as text, or null if there was none.</summary>
    public string? Code { get; init; }

    /// <summary>The spec's name for the failure, or null if the spec doesn't know it.</summary>
    public string? Name { get; init; }

    /// <summary>What the failure asks of the caller.</summary>
    public FailureMeaning Means { get; init; }

    /// <summary>The server's own words, from the body, or null if there were none.</summary>
    public string? ServerMessage { get; init; }

    /// <summary>The body as it came, or null if there was no answer.</summary>
    public string? Body { get; init; }

    /// <summary>The headers of the answer, or null if there was none.</summary>
    public HttpResponseHeaders? Headers { get; init; }

    /// <summary>
    /// How the request was signed, step by step, to be compared with what the server expects; null unless the server
    /// answered 401. The parameters are in it as they were sent,
    /// those apart that the spec calls sensitive; no secret is, and of the token the beginning alone.
    /// </summary>
    public string? Signing { get; init; }

    /// <summary>The exception as text, with <see cref="Signing"/> at its end.</summary>
    /// <returns>Several lines.</returns>
    public override string ToString() =>
        Signing is null
            ? base.ToString()
            : $"{base.ToString()}{Environment.NewLine}The request was signed so:\n{Signing}";
}
