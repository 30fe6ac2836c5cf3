using System.Collections.Generic;
using ApiGen.Generator.Diagnostics;

namespace ApiGen.Generator.Yaml;

/// <summary>Keys with values, in the order in which they are written, no key twice.</summary>
internal sealed class YamlMapping(
    IReadOnlyList<YamlEntry> entries,
    IReadOnlyDictionary<string, YamlEntry> entriesByKey,
    SourceSpan span) : YamlNode(span)
{
    public IReadOnlyList<YamlEntry> Entries { get; } = entries;

    public YamlEntry? Find(string key) => entriesByKey.TryGetValue(key, out YamlEntry? entry) ? entry : null;
}
