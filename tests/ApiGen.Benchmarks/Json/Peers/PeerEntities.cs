using System.Text.Json.Nodes;

namespace ApiGen.Benchmarks.Json.Peers;

/// <summary>What was found in a text.</summary>
internal sealed class PeerEntities
{
    public List<PeerHashtag>? Hashtags { get; set; }

    public List<JsonNode>? Symbols { get; set; }

    public List<PeerUserMention>? UserMentions { get; set; }

    public List<PeerUrlEntity>? Urls { get; set; }

    public List<JsonNode>? Media { get; set; }

    public List<JsonNode>? Polls { get; set; }
}
