using System.Collections.Generic;
using System.Globalization;
using ApiGen.Generator.Diagnostics;

namespace ApiGen.Generator.Yaml;

/// <summary>A mapping whose end hasn't been read yet: takes keys and values in turn, and judges the keys.</summary>
internal sealed class OpenMapping(SourceSpan? bracket, DiagnosticBag diagnostics) : OpenCollection
{
    private readonly List<YamlEntry> _entries = [];
    private readonly Dictionary<string, YamlEntry> _entriesByKey = [];
    private SourceSpan? _firstKey;
    private YamlScalar? _key;
    private bool _isValueNext;
    private bool _isKnown = true;

    public override SourceSpan? Bracket => bracket;

    public override void Add(YamlNode? node)
    {
        if (_isValueNext)
            AddValue(node);
        else
            _key = Judge(node);

        _isValueNext = !_isValueNext;
    }

    public override YamlNode? Close() =>
        _isKnown && (bracket ?? _firstKey) is { } start ? new YamlMapping(_entries, _entriesByKey, start) : null;

    private void AddValue(YamlNode? value)
    {
        if (value is null)
        {
            _isKnown = false;
        }
        else if (_key is not null)
        {
            var entry = new YamlEntry(_key, value);
            _entries.Add(entry);
            _entriesByKey.Add(_key.Value, entry);
        }
    }

    /// <summary>The key if its value is to be kept. A key given twice keeps its first value.</summary>
    private YamlScalar? Judge(YamlNode? node)
    {
        _firstKey ??= node?.Span;
        if (node is YamlScalar { IsAbsent: false } key and not { IsPlain: true, Value: "<<" })
        {
            if (!_entriesByKey.TryGetValue(key.Value, out YamlEntry? first))
                return key;

            int line = first.Key.Span.Lines.Start.Line + 1;
            diagnostics.Report(
                DiagnosticDescriptors.DuplicateKey, key.Span, key.Value, line.ToString(CultureInfo.InvariantCulture));
            return null;
        }

        if (node is not null)
        {
            bool isMerge = node is YamlScalar { IsAbsent: false };
            diagnostics.Report(isMerge ? DiagnosticDescriptors.MergeKey : DiagnosticDescriptors.KeyNotText, node.Span);
        }

        _isKnown = false;
        return null;
    }
}
