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
    UsesAuth,
}

/// <summary>A name that only all files together can judge, and where it stands.</summary>
internal sealed record NameMention(MentionKind Kind, string Name, SourceSpan Span);
