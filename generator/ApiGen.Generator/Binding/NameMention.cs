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
