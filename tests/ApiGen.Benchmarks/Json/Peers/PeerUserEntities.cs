namespace ApiGen.Benchmarks.Json.Peers;

/// <summary>The links of a profile.</summary>
internal sealed class PeerUserEntities
{
    public PeerUrlEntities? Url { get; set; }

    public PeerUrlEntities? Description { get; set; }
}
