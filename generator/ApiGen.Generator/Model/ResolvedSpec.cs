namespace ApiGen.Generator.Model;

/// <summary>
/// One file's model, joined with the little that it needs of other files: what one generated file is printed from.
/// </summary>
internal sealed record ResolvedSpec
{
    public required string HintName { get; init; }

    public required string ApiName { get; init; }

    public required string Namespace { get; init; }

    /// <summary>The API itself, if this is the file that describes it.</summary>
    public required ApiModel? Api { get; init; }

    /// <summary>
    /// If this is the file of the API: the endpoints that all files together give it, in ordinal order.
    /// </summary>
    public required EquatableArray<EndpointName> AllEndpoints { get; init; }

    /// <summary>If this is the file of the API: the objects that calls send, in ordinal order.</summary>
    public required EquatableArray<string> SentTypes { get; init; }

    public required EquatableArray<EndpointModel> Endpoints { get; init; }

    public required EquatableArray<TypeModel> Types { get; init; }

    public required EquatableArray<EnumerationModel> Enumerations { get; init; }

    /// <summary>Whether what is printed may use members or types that are marked as deprecated.</summary>
    public required bool UsesDeprecated { get; init; }
}
