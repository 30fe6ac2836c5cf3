using System.Text.Json;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Yaml;
using CsCheck;
using Microsoft.CodeAnalysis.Text;

namespace ApiGen.Generator.Tests.Yaml;

/// <summary>What holds for every text, tried on texts put together of pieces of YAML and on mutated cases.</summary>
public sealed class YamlMutationTests
{
    private static readonly string[] Pieces =
    [
        "a", "bc", "1", "x y", "~",
        ": ", ":", "- ", "-", "? ", "?", "[", "]", "{", "}", ", ", ",", "#", "# c", "@", "`",
        "\n", "\n ", "\n  ", "\n    ", " ", "\t", "\r\n", "\r", "\u2028", "\u0085",
        "💩", "\uFEFF", "\uD83D", "\0", "\u0007",
        "'", "\"", "''", "\"x\"", "\\", "\\n", "\\u0041", "\\uD83D", "\\x4", "|", "|\n", "> ", "|-\n  t\n", ">+\n",
        "&a ", "*a", "!t ", "!!str ", "<<: ", "%", "%YAML 1.2\n", "---", "---\n", "...\n",
        "a: ", "b: 1\n", "- c\n", "{x: 1}", "[1, 2]",
    ];

    private static readonly string[] Cases = [.. YamlCaseTests.AllTexts];

    private static readonly Gen<string> Piece = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]);

    private static readonly Gen<string> Assembled =
        Piece.Array[0, 14].Select(pieces => string.Concat(pieces));

    private static readonly Gen<string> Mutated =
        Gen.Select(Gen.Int[0, Cases.Length - 1], Gen.Select(Gen.Double.Unit, Gen.Int[0, 8], Piece).Array[1, 4])
            .Select((i, edits) => edits.Aggregate(Cases[i], Mutate));

    [Fact]
    public void No_text_throws_or_gives_a_place_outside_of_it_or_is_passed_over_in_silence()
    {
        Gen.OneOf(Assembled, Mutated).Sample(Check, iter: 20_000, print: text => JsonSerializer.Serialize(text));
    }

    private static void Check(string text)
    {
        var source = SourceText.From(text);
        var diagnostics = new DiagnosticBag("a.yaml");
        IReadOnlyList<YamlNode> documents = YamlReader.Read(source, diagnostics);

        YamlNode[] nodes = [.. documents.SelectMany(YamlTree.Walk)];
        IEnumerable<SourceSpan> spans = diagnostics.ToEquatableArray().Select(found => found.Span)
            .Concat(nodes.Select(node => node.Span));
        foreach (SourceSpan span in spans)
            Assert.Equal(source.Lines.GetLinePositionSpan(span.Characters), span.Lines);

        if (diagnostics.ToEquatableArray().Count == 0)
            Assert.Equal("", Unread(text, nodes.OfType<YamlScalar>()));
    }

    // Punctuation apart, what is in no scalar is a comment, a document marker or a directive.
    private static string Unread(string text, IEnumerable<YamlScalar> scalars)
    {
        char[] rest = text.ToCharArray();
        foreach (YamlScalar scalar in scalars)
            rest.AsSpan(scalar.Span.Characters.Start, scalar.Span.Characters.Length).Fill(' ');

        IEnumerable<string> lines = SourceText.From(new string(rest)).Lines
            .Select(line => line.ToString().TrimStart('\uFEFF'))
            .Select(line => line.Length >= 3 && line[..3] is "---" or "..." ? line[3..] : line)
            .Where(line => !line.StartsWith("%YAML 1", StringComparison.Ordinal))
            .Select(line => line.Split('#')[0]);
        return string.Concat(lines).Trim("[]{},:?-| >\t\r\n".ToCharArray());
    }

    private static string Mutate(string text, (double Place, int Removed, string Inserted) edit)
    {
        int place = (int)(edit.Place * text.Length);
        int removed = Math.Min(edit.Removed, text.Length - place);
        return text.Remove(place, removed).Insert(place, removed % 2 == 0 ? edit.Inserted : "");
    }
}
