namespace ApiGen.Generator.Model;

/// <summary>A failure that a spec declares.</summary>
internal sealed record FailureModel
{
    public required EquatableArray<StatusRange> Statuses { get; init; }

    /// <summary>Without a code, the status alone tells it.</summary>
    public required string? Code { get; init; }

    public required string Name { get; init; }

    public required FailureMeaning Means { get; init; }

    /// <summary>Whose budget it says is used up, where the spec names one.</summary>
    public required LimitScope? Scope { get; init; }

    public required string? Summary { get; init; }
}
