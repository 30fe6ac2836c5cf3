namespace ApiGen.Generator.Model;

/// <summary>One overload of an endpoint's method, its required arguments before its optional ones.</summary>
internal sealed record MethodModel
{
    public required string Name { get; init; }

    public required EquatableArray<ArgumentModel> Arguments { get; init; }

    /// <summary>How its optional arguments depend on each other, in sentences; empty if they don't.</summary>
    public required string RulesText { get; init; }

    /// <summary>Why it is out of use, or null.</summary>
    public required string? Deprecated { get; init; }
}
