using System.Text;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Yaml;
using Microsoft.CodeAnalysis.Text;

namespace ApiGen.Generator.Tests.Yaml;

/// <summary>Reads a text and writes down all that the reader says of it, a line for each node and finding.</summary>
internal static class YamlDump
{
    public static string Of(string text)
    {
        var diagnostics = new DiagnosticBag("spec.yaml");
        IReadOnlyList<YamlNode> documents = YamlReader.Read(SourceText.From(text), diagnostics);
        var dump = new StringBuilder();
        foreach (YamlNode document in documents)
            Append(dump.Append("document\n"), document, depth: 1);

        foreach (SpecDiagnostic diagnostic in diagnostics.ToEquatableArray())
            dump.Append(Line(diagnostic)).Append('\n');

        return dump.ToString();
    }

    public static string Line(SpecDiagnostic diagnostic)
    {
        var arguments = diagnostic.Arguments.ToArray<object>();
        string message = string.Format(null, diagnostic.Descriptor.MessageFormat.ToString(null), arguments);
        return $"{Place(diagnostic.Span)} {diagnostic.Descriptor.Id}: {message}";
    }

    private static void Append(StringBuilder dump, YamlNode node, int depth)
    {
        dump.Append(' ', depth * 2);
        switch (node)
        {
            case YamlScalar scalar:
                dump.Append(Line(scalar)).Append('\n');
                break;
            case YamlSequence sequence:
                dump.Append($"list {Place(node.Span)}\n");
                foreach (YamlNode item in sequence.Items)
                    Append(dump, item, depth + 1);
                break;
            case YamlMapping mapping:
                dump.Append($"mapping {Place(node.Span)}\n");
                foreach (YamlEntry entry in mapping.Entries)
                {
                    dump.Append(' ', (depth + 1) * 2).Append($"{Line(entry.Key)}:\n");
                    Append(dump, entry.Value, depth + 2);
                }

                break;
        }
    }

    private static string Line(YamlScalar scalar)
    {
        string value = scalar.Value.Replace("\n", "\\n").Replace("\t", "\\t");
        string kind = scalar.IsAbsent ? "absent" : scalar.IsPlain ? $"plain |{value}|" : $"quoted |{value}|";
        return $"{kind} {Place(scalar.Span)}";
    }

    // As the compiler prints a place: counted from one, the end exclusive, and its line only where it is another.
    private static string Place(SourceSpan span)
    {
        LinePosition start = span.Lines.Start;
        LinePosition end = span.Lines.End;
        string endLine = end.Line == start.Line ? "" : $"{end.Line + 1}:";
        return $"{start.Line + 1}:{start.Character + 1}-{endLine}{end.Character + 1}";
    }
}
