namespace ApiGen.Generator.Model;

/// <summary>What one YAML file describes, with every decision taken that it can take alone.</summary>
internal sealed record SpecModel
{
    /// <summary>The name of the API that all documents of the file belong to.</summary>
    public required string ApiName { get; init; }

    /// <summary>The API itself, if this is the file that describes it.</summary>
    public required ApiModel? Api { get; init; }

    public required EquatableArray<EndpointModel> Endpoints { get; init; }

    public required EquatableArray<TypeModel> Types { get; init; }

    public required EquatableArray<EnumerationModel> Enumerations { get; init; }
}
