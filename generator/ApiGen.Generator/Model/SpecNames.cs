namespace ApiGen.Generator.Model;

/// <summary>The names that one file declares: all that other files may know of it.</summary>
internal sealed record SpecNames
{
    public required string Path { get; init; }

    public required string ApiName { get; init; }

    /// <summary>The namespace of the API's generated code, if this is the file that describes the API.</summary>
    public required string? Namespace { get; init; }

    /// <summary>Whether the API has calls for a user, if this is the file that describes it.</summary>
    public required bool HasUser { get; init; }

    /// <summary>Whether the API has calls by the app alone, if this is the file that describes it.</summary>
    public required bool HasApp { get; init; }

    public required EquatableArray<EndpointName> Endpoints { get; init; }

    public required EquatableArray<TypeName> Types { get; init; }

    /// <summary>The servers of the API beside its base, if this is the file that describes it.</summary>
    public required EquatableArray<string> Hosts { get; init; }

    /// <summary>The pools of the API, if this is the file that describes it.</summary>
    public required EquatableArray<PoolName> Pools { get; init; }
}
