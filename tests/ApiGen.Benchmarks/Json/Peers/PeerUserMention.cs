namespace ApiGen.Benchmarks.Json.Peers;

/// <summary>A mention.</summary>
internal sealed class PeerUserMention
{
    public string ScreenName { get; set; } = "";

    public string? Name { get; set; }

    public long? Id { get; set; }

    public string? IdStr { get; set; }

    public List<int>? Indices { get; set; }
}
