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

    /// <summary>The decoded protocol parameters as the source sends them, without the signature.</summary>
    public Dictionary<string, string> Oauth { get; init; } = [];

    public string BaseString { get; init; } = "";

    /// <summary>Null if the source gives none, and then nothing can be signed.</summary>
    public string? ConsumerSecret { get; init; }

    public string? TokenSecret { get; init; }

    public string? RawKey { get; init; }

    /// <summary>The values that the source prints.</summary>
    public required Dictionary<string, string> Expected { get; init; }

    /// <summary>The right values where the source's own are wrong.</summary>
    public Dictionary<string, string> Correct { get; init; } = [];

    /// <summary>The ids of a kind's vectors; a kind without any is an error, not a pass.</summary>
    public static TheoryData<string> Ids(string kind, Func<Vector, bool>? where = null)
    {
        string[] ids = [.. All.Values.Where(v => v.Kind == kind && where?.Invoke(v) != false).Select(v => v.Id)];
        return ids.Length > 0 ? new(ids) : throw new InvalidOperationException($"No vector of kind {kind}.");
    }

    /// <summary>The right value of a field, or null if the source doesn't give the field.</summary>
    public string? Right(string field) => Correct.GetValueOrDefault(field) ?? Expected.GetValueOrDefault(field);
}
