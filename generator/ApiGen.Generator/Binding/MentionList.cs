using System.Collections.Generic;
using ApiGen.Generator.Diagnostics;

namespace ApiGen.Generator.Binding;

/// <summary>Gathers a file's mentions while it is bound.</summary>
internal sealed class MentionList
{
    private readonly List<NameMention> _mentions = [];

    public void Add(MentionKind kind, string name, SourceSpan span, int cost = 1) =>
        _mentions.Add(new NameMention(kind, name, span, cost));

    public EquatableArray<NameMention> ToEquatableArray() => _mentions.ToEquatableArray();
}
