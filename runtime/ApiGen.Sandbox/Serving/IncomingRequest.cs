using System.Text;
using ApiGen.Sandbox.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace ApiGen.Sandbox.Serving;

/// <summary>A request as it came over the wire: nothing decoded that a signature is made over.</summary>
internal sealed class IncomingRequest
{
    private const string FormType = "application/x-www-form-urlencoded";

    public IncomingRequest(
        string method, string scheme, string host, string target, IReadOnlyList<string> authorization, byte[] body,
        bool hasForm)
    {
        Method = method;
        Scheme = scheme;
        Host = host;
        Target = target;
        Authorization = authorization;
        Body = body;
        HasForm = hasForm;
        Form = hasForm ? Field.ReadAll(body) : [];
        (Path, string query) = Split(target);
        Query = Field.ReadAll(Encoding.UTF8.GetBytes(query));
    }

    public string Method { get; }

    public string Scheme { get; }

    public string Host { get; }

    /// <summary>The request target as received.</summary>
    public string Target { get; }

    /// <summary>The path of the target, percent-encoded as received.</summary>
    public string Path { get; }

    public IReadOnlyList<string> Authorization { get; }

    /// <summary>The values of every header, by its name in any case.</summary>
    public IReadOnlyDictionary<string, string[]> Headers { get; init; } = new Dictionary<string, string[]>();

    public IReadOnlyList<Field> Query { get; }

    public byte[] Body { get; }

    /// <summary>Whether the body is form-urlencoded, were it empty.</summary>
    public bool HasForm { get; }

    /// <summary>The fields of a form-urlencoded body; a body of any other type has none.</summary>
    public IReadOnlyList<Field> Form { get; }

    public static async Task<IncomingRequest> ReadAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        using MemoryStream body = new();
        await request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        bool hasForm = MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
            && type.MediaType.Equals(FormType, StringComparison.OrdinalIgnoreCase);

        return new(
            request.Method,
            request.Scheme,
            request.Host.Value ?? "",
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            [.. request.Headers.Authorization.OfType<string>()],
            body.ToArray(),
            hasForm)
        {
            Headers = request.Headers.ToDictionary(
                header => header.Key,
                header => header.Value.OfType<string>().ToArray(),
                StringComparer.OrdinalIgnoreCase),
        };
    }

    // A client that takes the server for a proxy sends a whole URL as its target (RFC 9112, section 3.2.2).
    private static (string Path, string Query) Split(string target)
    {
        int authority = target.StartsWith('/') ? -1 : target.IndexOf("://", StringComparison.Ordinal);
        int start = authority < 0 ? 0 : target.IndexOf('/', authority + 3);
        string origin = start < 0 ? "/" : target[start..];
        int query = origin.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? (origin, "") : (origin[..query], origin[(query + 1)..]);
    }
}
