using System.Collections.Generic;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>Gathers a file's mentions while it is bound.</summary>
internal sealed class MentionList
{
    private readonly List<NameMention> _mentions = [];

    public void Add(MentionKind kind, string name, SourceSpan span, int cost = 1) =>
        _mentions.Add(new NameMention(kind, name, span, cost));

    /// <summary>Mentions a pool at an endpoint whose calls can be told apart by some parameters.</summary>
    public void AddPoolUse(YamlScalar pool, EquatableArray<string> parameters) =>
        _mentions.Add(new NameMention(MentionKind.UsesPool, pool.Value, pool.Span) { Parameters = parameters });

    public EquatableArray<NameMention> ToEquatableArray() => _mentions.ToEquatableArray();
}
