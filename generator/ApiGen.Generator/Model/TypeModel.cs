namespace ApiGen.Generator.Model;

/// <summary>An object of the API.</summary>
internal sealed record TypeModel
{
    public required string Name { get; init; }

    public required string? Summary { get; init; }

    public required string? See { get; init; }

    /// <summary>Why it is out of use, or null.</summary>
    public required string? Deprecated { get; init; }

    /// <summary>In the order of the spec, which is the order in which the server is expected to send them.</summary>
    public required EquatableArray<FieldModel> Fields { get; init; }

    /// <summary>Whether calls send it, which only all files together tell.</summary>
    public bool IsSent { get; init; }

    /// <summary>A JSON text, or null.</summary>
    public required string? Example { get; init; }
}
