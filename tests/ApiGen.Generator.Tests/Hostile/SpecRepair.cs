using System.Globalization;
using System.Text.Json.Nodes;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Tests.Pipeline;
using ApiGen.Generator.Tests.Schema;
using ApiGen.Generator.Yaml;
using Microsoft.CodeAnalysis.Text;

namespace ApiGen.Generator.Tests.Hostile;

/// <summary>
/// Takes out of made-up files what findings point at, so that sound ones are left which still have whatever is odd and
/// allowed.
/// </summary>
internal static class SpecRepair
{
    private const int Rounds = 20;

    public static IReadOnlyList<SpecText> Repair(IReadOnlyList<List<JsonNode>> files, int style)
    {
        IReadOnlyList<SpecText> texts = Print(files, style);
        for (int round = 0; round < Rounds; round++)
        {
            SpecCase[] bound = [.. SpecCase.Together(texts)];
            if (bound.All(each => each.Findings.Count == 0)) break;
            foreach ((List<JsonNode> documents, SpecCase found) in files.Zip(bound)) Repair(documents, found);
            texts = Print(files, style);
        }

        return texts;
    }

    public static IReadOnlyList<SpecText> Print(IReadOnlyList<List<JsonNode>> files, int style) =>
    [
        .. files.Select((documents, i) => new SpecText(
            string.Create(CultureInfo.InvariantCulture, $"{i}.yaml"),
            string.Join("---\n", documents.Select(document => YamlPrinter.Print(document, new Random(style)))))),
    ];

    private static void Repair(List<JsonNode> documents, SpecCase found)
    {
        IReadOnlyList<YamlNode> roots = YamlReader.Read(SourceText.From(found.Text), new DiagnosticBag(found.Name));
        HashSet<int> places = [.. found.Findings.Select(finding => finding.Span.Characters.Start)];
        if (roots.Count < documents.Count)
        {
            documents.Clear();
            return;
        }

        for (int i = documents.Count - 1; i >= 0; i--)
        {
            if (places.Contains(roots[i].Span.Characters.Start)) documents.RemoveAt(i);
            else Prune(documents[i], roots[i], places);
        }
    }

    /// <summary>Removes the members and items that begin at one of the places, or whose values do.</summary>
    private static void Prune(JsonNode value, YamlNode node, HashSet<int> places)
    {
        if (value is JsonObject map && node is YamlMapping mapping)
        {
            foreach (YamlEntry entry in mapping.Entries)
            {
                if (!map.TryGetPropertyValue(entry.Key.Value, out JsonNode? member)) continue;
                if (IsAt(entry.Key, places) || IsAt(entry.Value, places)) map.Remove(entry.Key.Value);
                else if (member is not null) Prune(member, entry.Value, places);
            }
        }
        else if (value is JsonArray list && node is YamlSequence sequence && list.Count == sequence.Items.Count)
        {
            for (int i = list.Count - 1; i >= 0; i--)
            {
                if (IsAt(sequence.Items[i], places)) list.RemoveAt(i);
                else if (list[i] is { } item) Prune(item, sequence.Items[i], places);
            }
        }
    }

    private static bool IsAt(YamlNode node, HashSet<int> places) => places.Contains(node.Span.Characters.Start);
}
