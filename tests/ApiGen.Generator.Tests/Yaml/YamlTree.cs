using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Yaml;
using Microsoft.CodeAnalysis.Text;

namespace ApiGen.Generator.Tests.Yaml;

/// <summary>Reads a text and gives all of its nodes, keys included, in the order in which they stand.</summary>
internal static class YamlTree
{
    public static IEnumerable<YamlNode> Read(string text) =>
        YamlReader.Read(SourceText.From(text), new DiagnosticBag("a.yaml")).SelectMany(Walk);

    public static IEnumerable<YamlNode> Walk(YamlNode node)
    {
        IEnumerable<YamlNode> inner = node switch
        {
            YamlSequence sequence => sequence.Items,
            YamlMapping mapping => mapping.Entries.SelectMany(entry => new[] { entry.Key, entry.Value }),
            _ => [],
        };
        return inner.SelectMany(Walk).Prepend(node);
    }
}
