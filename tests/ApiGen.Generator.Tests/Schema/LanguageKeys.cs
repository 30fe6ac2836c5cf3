using System.Text.RegularExpressions;
using ApiGen.Generator.Binding;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Yaml;
using Microsoft.CodeAnalysis.Text;

namespace ApiGen.Generator.Tests.Schema;

/// <summary>
/// The keys of the language by where they stand, asked of the binder itself: every word of its source is put into every
/// mapping of the good cases, and what it doesn't reject it knows.
/// </summary>
internal sealed partial class LanguageKeys
{
    private const string Nonsense = "no-such-key";

    private static readonly string[] Words =
    [
        .. Directory
            .EnumerateFiles(RepositoryRoot.Combine("generator", "ApiGen.Generator", "Binding"), "*.cs")
            .SelectMany(file => Literal().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    private readonly SortedDictionary<string, KeyOwner> _owners = new(StringComparer.Ordinal);

    private LanguageKeys()
    {
        foreach (SpecCase each in SpecCase.Good)
        {
            foreach (YamlMapping root in RootsOf(each)) Ask(each.Text, root, KindOf(root));
        }

        foreach (SpecCase each in SpecCase.Bad.Where(each => each.IsRead))
        {
            HashSet<int> starts = [.. each.Findings.Select(finding => finding.Span.Characters.Start)];
            foreach (YamlMapping root in RootsOf(each)) NoteMistakes(starts, root, KindOf(root));
        }
    }

    public static LanguageKeys All { get; } = new();

    /// <summary>
    /// Every kind of mapping whose keys are checked, by its place: <c>endpoint/parameters/*</c>, where a star is any
    /// name and a number sign any item.
    /// </summary>
    public IReadOnlyDictionary<string, KeyOwner> Owners => _owners;

    private static IEnumerable<YamlMapping> RootsOf(SpecCase each) =>
        YamlReader.Read(SourceText.From(each.Text), new DiagnosticBag(each.Name)).OfType<YamlMapping>();

    private static string KindOf(YamlMapping root) =>
        Array.Find(["api", "endpoint", "type"], key => root.Find(key) is not null) ?? "";

    private void Ask(string text, YamlNode node, string place)
    {
        switch (node)
        {
            case YamlSequence list:
                foreach (YamlNode item in list.Items) Ask(text, item, $"{place}/#");
                break;
            case YamlMapping map:
                KeyOwner? owner = AskFor(text, map, place);
                foreach (YamlEntry entry in map.Entries) Ask(text, entry.Value, Below(place, owner, entry));
                break;
        }
    }

    private KeyOwner? AskFor(string text, YamlMapping map, string place)
    {
        bool isRoot = place is "api" or "endpoint" or "type";
        string[] foreign = isRoot ? ["api", "endpoint", "type"] : [];
        string[] words = [Nonsense, .. Words.Except(foreign).Where(word => map.Find(word) is null)];
        var rejected = SpecBinder.Bind("asked.yaml", SourceText.From(Insert(text, map, words))).Diagnostics
            .Where(finding => finding.Descriptor == DiagnosticDescriptors.UnknownKey)
            .ToLookup(finding => finding.Arguments[0], finding => finding.Arguments[1]);
        if (rejected[Nonsense].FirstOrDefault() is not { } name) return null;

        if (!_owners.TryGetValue(place, out KeyOwner? owner)) _owners.Add(place, owner = new KeyOwner(name));
        owner.Known.UnionWith(words.Where(word => !rejected.Contains(word)));
        foreach (YamlEntry entry in map.Entries)
        {
            owner.Known.Add(entry.Key.Value);
            owner.UsedWell.Add(entry.Key.Value);
        }

        return owner;
    }

    private static string Insert(string text, YamlMapping map, string[] keys)
    {
        int start = map.Span.Characters.Start;
        if (text[start] == '{')
            return text.Insert(start + 1, string.Concat(keys.Select(key => $" {key}: 0,")));
        string indent = new(' ', map.Span.Lines.Start.Character);
        return text.Insert(start, string.Concat(keys.Select(key => $"{key}: 0\n{indent}")));
    }

    private void NoteMistakes(HashSet<int> findings, YamlNode node, string place)
    {
        switch (node)
        {
            case YamlSequence list:
                foreach (YamlNode item in list.Items) NoteMistakes(findings, item, $"{place}/#");
                break;
            case YamlMapping map:
                KeyOwner? owner = _owners.GetValueOrDefault(place);
                foreach (YamlEntry entry in map.Entries)
                {
                    string below = Below(place, owner, entry);
                    NoteMistakes(findings, entry.Value, below);
                    bool isMistaken = Parts(entry, isNamed: !_owners.ContainsKey(below))
                        .Any(part => findings.Contains(part.Span.Characters.Start));
                    if (isMistaken) owner?.UsedWrongly.Add(entry.Key.Value);
                }

                break;
        }
    }

    /// <summary>A key, its value, and what the value is a list of or a mapping to, unless that has keys of its own.</summary>
    private static IEnumerable<YamlNode> Parts(YamlEntry entry, bool isNamed) =>
    [
        entry.Key,
        entry.Value,
        .. entry.Value switch
        {
            YamlSequence list => list.Items,
            YamlMapping map when isNamed => map.Entries.SelectMany(each => new[] { each.Key, each.Value }),
            _ => [],
        },
    ];

    private static string Below(string place, KeyOwner? owner, YamlEntry entry) =>
        owner is null ? $"{place}/*" : $"{place}/{entry.Key.Value}";

    [GeneratedRegex("\"([a-z][a-z0-9-]*)\"")]
    private static partial Regex Literal();
}
