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

    /// <summary>Stands where a parameter has a type, which can't be an object there.</summary>
    SendsType,

    /// <summary>Stands at an example of a type that is a mapping, as an object is written.</summary>
    ExampleOfObject,

    /// <summary>Stands at an example of a type that is a text, as a value of an enumeration is written.</summary>
    ExampleOfEnumeration,

    UsesAuth,
    UsesHost,
    UsesPool,

    /// <summary>Stands at the cost of a call, not at the name of the pool that it takes it from.</summary>
    CostsPool,
}

/// <summary>
/// A name that only all files together can judge, and where it stands; with what a call costs, where that is judged.
/// </summary>
internal sealed record NameMention(MentionKind Kind, string Name, SourceSpan Span, int Cost = 1);
