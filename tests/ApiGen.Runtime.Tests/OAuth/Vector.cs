using System.Text.Json;
using System.Text.Json.Serialization;

namespace ApiGen.Runtime.Tests.OAuth;

/// <summary>One public OAuth test vector of <c>vectors.json</c>, as far as its kind has the fields.</summary>
public sealed record Vector(string Id, string Kind, string Source, string Status)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static IReadOnlyDictionary<string, Vector> All { get; } =
        JsonSerializer.Deserialize<Vector[]>(
            File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "OAuth", "vectors.json")), Json)!
        .ToDictionary(vector => vector.Id, StringComparer.Ordinal);

    public string? Notes { get; init; }

    public string Input { get; init; } = "";

    public string Url { get; init; } = "";

    public string[][] Params { get; init; } = [];

    public string Method { get; init; } = "";

    /// <summary>The decoded pairs of a form body.</summary>
    public string[][] FormParams { get; init; } = [];

    /// <summary>The body as it is sent, where the source gives it.</summary>
    public string? Body { get; init; }

    public string BodyKind { get; init; } = "none";

    /// <summary>The decoded protocol parameters as the source sends them, without the signature.</summary>
    public Dictionary<string, string> Oauth { get; init; } = [];

    public string OauthLocation { get; init; } = "header";

    public string? Realm { get; init; }

    public string SignatureMethod { get; init; } = "HMAC-SHA1";

    public string BaseString { get; init; } = "";

    /// <summary>Null if the source gives none, and then nothing can be signed.</summary>
    public string? ConsumerSecret { get; init; }

    public string? TokenSecret { get; init; }

    public string? RawKey { get; init; }

    public RsaKey? RsaPrivateKey { get; init; }

    /// <summary>The values that the source prints.</summary>
    public required Dictionary<string, string> Expected { get; init; }

    /// <summary>The right values where the source's own are wrong.</summary>
    public Dictionary<string, string> Correct { get; init; } = [];

    /// <summary>The right value of a field, or null if the source doesn't give the field.</summary>
    public string? Right(string field) => Correct.GetValueOrDefault(field) ?? Expected.GetValueOrDefault(field);

    /// <summary>A private key as its source prints it.</summary>
    public sealed record RsaKey(string Format, string DerBase64)
    {
        public string Pem
        {
            get
            {
                string label = Format == "pkcs1" ? "RSA PRIVATE KEY" : "PRIVATE KEY";
                return $"-----BEGIN {label}-----\n{DerBase64}\n-----END {label}-----\n";
            }
        }
    }
}
