using System.Text.Json.Nodes;

namespace ApiGen.Benchmarks.Json.Peers;

/// <summary>A link.</summary>
internal sealed class PeerUrlEntity
{
    public string Url { get; set; } = "";

    public string? ExpandedUrl { get; set; }

    public string? DisplayUrl { get; set; }

    public List<int>? Indices { get; set; }

    public JsonNode? Unwound { get; set; }
}
