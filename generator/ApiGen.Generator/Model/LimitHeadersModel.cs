namespace ApiGen.Generator.Model;

/// <summary>Names of the headers that report limits.</summary>
internal sealed record LimitHeadersModel
{
    /// <summary>Whose limits they report, or null for those of any scope.</summary>
    public required LimitScope? Scope { get; init; }

    /// <summary>The window of those limits, or null for any.</summary>
    public required long? Seconds { get; init; }

    public required string? Limit { get; init; }

    public required string Remaining { get; init; }

    public required string? Reset { get; init; }

    public required ResetTime ResetTime { get; init; }
}
