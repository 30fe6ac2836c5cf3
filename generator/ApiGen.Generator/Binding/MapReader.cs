using System.Collections.Generic;
using System.Linq;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>
/// Reads a mapping key by key and, at the end, rejects the keys that nobody asked for: what is read and what is allowed
/// can't differ.
/// </summary>
internal sealed partial class MapReader
{
    private readonly YamlMapping _map;
    private readonly string _owner;
    private readonly DiagnosticBag _diagnostics;
    private readonly List<string> _known = [];

    /// <param name="map">The mapping.</param>
    /// <param name="owner">What it describes, for messages: <c>an endpoint</c>.</param>
    /// <param name="diagnostics">Where its errors go.</param>
    public MapReader(YamlMapping map, string owner, DiagnosticBag diagnostics)
    {
        _map = map;
        _owner = owner;
        _diagnostics = diagnostics;
    }

    public SourceSpan Span => _map.Span;

    /// <summary>The value of a key that may be absent.</summary>
    public YamlNode? Optional(string key)
    {
        _known.Add(key);
        return _map.Find(key)?.Value;
    }

    /// <summary>The value of a key that must be there.</summary>
    public YamlNode? Required(string key)
    {
        YamlNode? value = Optional(key);
        if (value is null) _diagnostics.Report(DiagnosticDescriptors.MissingKey, _map.Span, Capitalised(_owner), key);
        return value;
    }

    /// <summary>Whether any of some keys is there, whatever its value.</summary>
    public bool Has(params IEnumerable<string> keys) => keys.Any(key => _map.Find(key) is not null);

    /// <summary>Where the value of a key stands that is there.</summary>
    public SourceSpan SpanOf(string key) => _map.Find(key)!.Value.Span;

    /// <summary>Reports a key of the language that makes no sense beside what else the mapping says.</summary>
    public void Refuse(string key, string reason)
    {
        _known.Add(key);
        if (_map.Find(key) is { } entry)
            _diagnostics.Report(DiagnosticDescriptors.MisplacedKey, entry.Key.Span, key, reason);
    }

    /// <summary>Reports every key that was never asked for.</summary>
    public void RejectUnknownKeys()
    {
        foreach (YamlEntry entry in _map.Entries)
        {
            string key = entry.Key.Value;
            if (_known.Contains(key)) continue;
            _diagnostics.Report(
                DiagnosticDescriptors.UnknownKey, entry.Key.Span, key, _owner, Suggestions.DidYouMean(key, _known));
        }
    }

    private static string Capitalised(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);
}
