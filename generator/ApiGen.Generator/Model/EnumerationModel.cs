namespace ApiGen.Generator.Model;

/// <summary>A text of which a spec lists the values.</summary>
internal sealed record EnumerationModel
{
    public required string Name { get; init; }

    public required string? Summary { get; init; }

    public required string? See { get; init; }

    /// <summary>Why it is out of use, or null.</summary>
    public required string? Deprecated { get; init; }

    /// <summary>In the order of the spec.</summary>
    public required EquatableArray<EnumerationValueModel> Values { get; init; }
}
