using ApiGen.Generator.Diagnostics;

namespace ApiGen.Generator.Binding;

/// <summary>What a mention of a name says.</summary>
internal enum MentionKind
{
    DeclaresApi,
    DeclaresType,
    DeclaresEndpoint,
    UsesApi,
    UsesType,
    UsesEndpoint,

    /// <summary>A type that travels as a text, which an object can't.</summary>
    SendsAsText,

    /// <summary>Stands at an example of a type that is a mapping, as an object is written.</summary>
    ExampleOfObject,

    /// <summary>Stands at an example of a type that is a text, as a value of an enumeration is written.</summary>
    ExampleOfEnumeration,

    UsesAuth,
    UsesHost,
    UsesPool,

    /// <summary>Stands at a status of success, with which only some layouts of bodies tell a failure.</summary>
    FailsInSuccess,

    /// <summary>Stands at the cost of a call, not at the name of the pool that it takes it from.</summary>
    CostsPool,
}

/// <summary>
/// A name that only all files together can judge, and where it stands; with what a call costs, where that is judged.
/// </summary>
internal sealed record NameMention(MentionKind Kind, string Name, SourceSpan Span, int Cost = 1)
{
    /// <summary>By which parameters the calls can be told apart that use a pool.</summary>
    public EquatableArray<string> Parameters { get; init; } = [];
}
