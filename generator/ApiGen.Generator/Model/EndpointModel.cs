namespace ApiGen.Generator.Model;

/// <summary>One endpoint: what a call sends, and the C# methods that make it.</summary>
internal sealed record EndpointModel
{
    public required string Name { get; init; }

    /// <summary>The C# name of the group it belongs to: <c>Friendships</c>.</summary>
    public required string Resource { get; init; }

    /// <summary>The C# name of what it does: <c>Create</c>.</summary>
    public required string Verb { get; init; }

    public required string? Summary { get; init; }

    public required string? See { get; init; }

    /// <summary>A sentence on auth, limits and replay, for whoever hovers over a call.</summary>
    public required string Remarks { get; init; }

    /// <summary>The name of the server that it lies on, or null for the API's base.</summary>
    public required string? Host { get; init; }

    public required string HttpMethod { get; init; }

    public required string Path { get; init; }

    /// <summary>
    /// The path as a signature covers it (RFC 5849 §3.4.1.2), encoded; null if arguments are part of it.
    /// </summary>
    public required string? SignedPath { get; init; }

    public required AuthMode Auth { get; init; }

    /// <summary>In the order of the spec.</summary>
    public required EquatableArray<ParameterModel> Parameters { get; init; }

    public required EquatableArray<RuleModel> Rules { get; init; }

    public required EquatableArray<LimitModel> Limits { get; init; }

    /// <summary>The names of the pools that a call draws on beside its own limits.</summary>
    public required EquatableArray<string> Pools { get; init; }

    /// <summary>How many slots a call takes of every limit.</summary>
    public required int Cost { get; init; }

    /// <summary>How the bodies of its failures are laid out, if not like those of the API.</summary>
    public required EquatableArray<ErrorShapeModel> Errors { get; init; }

    public required EquatableArray<FailureModel> Failures { get; init; }

    public required bool IsReplaySafe { get; init; }

    public required TypeReference Returns { get; init; }

    /// <summary>Where an answer holds what is returned, if that isn't the answer itself.</summary>
    public required string? Unwrap { get; init; }

    /// <summary>How the answer comes in pages, or null if it is whole.</summary>
    public required PagesModel? Pages { get; init; }

    /// <summary>A successful answer, or null.</summary>
    public required string? Example { get; init; }

    /// <summary>The overloads, each with its own choice of arguments.</summary>
    public required EquatableArray<MethodModel> Methods { get; init; }
}
