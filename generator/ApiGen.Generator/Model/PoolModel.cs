namespace ApiGen.Generator.Model;

/// <summary>Limits that several endpoints draw on together.</summary>
internal sealed record PoolModel
{
    /// <summary>Its name, a valid C# identifier.</summary>
    public required string Name { get; init; }

    public required string? Summary { get; init; }

    public required EquatableArray<LimitModel> Limits { get; init; }

    /// <summary>Its limits in words.</summary>
    public required string LimitsText { get; init; }
}
