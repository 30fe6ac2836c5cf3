namespace ApiGen.Benchmarks.Json.Peers;

/// <summary>A hashtag.</summary>
internal sealed class PeerHashtag
{
    public string Text { get; set; } = "";

    public List<int>? Indices { get; set; }
}
