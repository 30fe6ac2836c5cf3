using System.Collections.Generic;
using ApiGen.Generator.Diagnostics;

namespace ApiGen.Generator.Yaml;

/// <summary>A list whose end hasn't been read yet.</summary>
internal sealed class OpenSequence(bool isFlow, SourceSpan start) : OpenCollection
{
    private readonly List<YamlNode> _items = [];
    private bool _isKnown = true;

    public override SourceSpan? Bracket => isFlow ? start : null;

    public override void Add(YamlNode? node)
    {
        if (node is null)
            _isKnown = false;
        else
            _items.Add(node);
    }

    public override YamlNode? Close() => _isKnown ? new YamlSequence(_items, start) : null;
}
