namespace ApiGen.Benchmarks.Json.Peers;

/// <summary>The links of one part of a profile.</summary>
internal sealed class PeerUrlEntities
{
    public List<PeerUrlEntity>? Urls { get; set; }
}
