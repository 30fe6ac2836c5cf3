namespace ApiGen.Generator.Model;

/// <summary>What the endpoints of one API share.</summary>
internal sealed record ApiModel
{
    public required string Name { get; init; }

    public required string Namespace { get; init; }

    public required string? Summary { get; init; }

    public required string? See { get; init; }

    public required string BaseAddress { get; init; }

    /// <summary>
    /// That address as a signature covers it (RFC 5849 §3.4.1.2), encoded; null if its host must be put in ASCII first.
    /// </summary>
    public required string? SignedOrigin { get; init; }

    /// <summary>The servers beside the one at that address.</summary>
    public required EquatableArray<HostModel> Hosts { get; init; }

    /// <summary>How calls for a user are authorised, or null if there are none.</summary>
    public required AuthModel? User { get; init; }

    /// <summary>How calls by the app alone are authorised, or null if there are none.</summary>
    public required AuthModel? App { get; init; }

    public required UserIdSource UserId { get; init; }

    public required OAuth1SchemeModel? Signing { get; init; }

    public required string DatePattern { get; init; }

    public required EquatableArray<PoolModel> Pools { get; init; }

    public required EquatableArray<LimitHeadersModel> LimitHeaders { get; init; }

    public required ErrorShapeModel? Errors { get; init; }

    public required EquatableArray<FailureModel> Failures { get; init; }
}
