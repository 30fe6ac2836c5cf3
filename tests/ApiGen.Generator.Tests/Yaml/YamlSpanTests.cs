using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Yaml;
using Microsoft.CodeAnalysis.Text;

namespace ApiGen.Generator.Tests.Yaml;

public sealed class YamlSpanTests
{
    [Theory]
    [MemberData(nameof(YamlCaseTests.Names), MemberType = typeof(YamlCaseTests))]
    public void A_span_cuts_exactly_its_token_out_of_the_text(string name)
    {
        string text = YamlCaseTests.TextOf(name);
        foreach (YamlNode node in YamlTree.Read(text))
            Assert.True(IsToken(text, node), $"'{Slice(text, node)}' is not the token of a {node.GetType().Name}.");
    }

    [Theory]
    [MemberData(nameof(YamlCaseTests.Names), MemberType = typeof(YamlCaseTests))]
    public void A_file_reads_the_same_with_any_line_break(string name)
    {
        string text = YamlCaseTests.TextOf(name);
        string expected = YamlDump.Of(text);

        Assert.Equal(expected, YamlDump.Of(text.Replace("\n", "\r\n")));
        Assert.Equal(expected, YamlDump.Of(text.Replace("\n", "\r")));
        Assert.Equal(expected, YamlDump.Of(text.Replace("\n", "\u0085")));
    }

    [Theory]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    public void Line_and_paragraph_separators_end_a_line_as_they_do_for_the_compiler(string separator)
    {
        Assert.Equal(YamlDump.Of("a: x\nb: [y,\n z]\n"), YamlDump.Of("a: x\nb: [y,\n z]\n".Replace("\n", separator)));
    }

    [Theory]
    [InlineData("😀: 1", "plain |😀| 1:1-3", "plain |1| 1:5-6")]
    [InlineData("a: '😀' # 😀\nb: \"😀\"", "quoted |😀| 1:4-8", "quoted |😀| 2:4-8")]
    [InlineData("[😀, b]", "plain |😀| 1:2-4", "plain |b| 1:6-7")]
    [InlineData("a:\tb\tc\t# d", "plain |b\\tc| 1:4-7", "plain |a| 1:1-2")]
    [InlineData("\uFEFFa: 1\nb: 2", "plain |a| 1:2-3", "plain |b| 2:1-2")]
    [InlineData("a: |\n\n  😀\n  x\n\n\nb: c", "quoted |\\n😀\\nx\\n| 1:4-4:4", "plain |b| 7:1-2")]
    public void Columns_count_UTF_16_units_as_the_compiler_does(string text, string first, string second)
    {
        string dump = YamlDump.Of(text);

        Assert.Contains(first, dump, StringComparison.Ordinal);
        Assert.Contains(second, dump, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a:", 2)]
    [InlineData("a:   # b\n\nc: 1", 2)]
    [InlineData("{a:  , c: 1}", 3)]
    [InlineData("{a  , c: 1}", 2)]
    [InlineData("- \n- a", 1)]
    [InlineData("[a, b: ]", 6)]
    public void An_absent_value_has_an_empty_span_right_after_what_stands_before_it(string text, int position)
    {
        YamlScalar absent = Assert.Single(YamlTree.Read(text).OfType<YamlScalar>(), scalar => scalar.IsAbsent);

        Assert.Equal(new TextSpan(position, 0), absent.Span.Characters);
    }

    [Fact]
    public void Quotes_tell_a_text_from_what_its_plain_twin_may_mean()
    {
        YamlScalar[] scalars = [.. YamlTree.Read("[null, 'null', 1, \"1\", '']").OfType<YamlScalar>()];

        Assert.Equal([true, false, true, false, false], scalars.Select(scalar => scalar.IsPlain));
        Assert.DoesNotContain(scalars, scalar => scalar.IsAbsent);
    }

    [Fact]
    public void A_mapping_finds_its_entries_by_key()
    {
        var mapping = (YamlMapping)YamlReader.Read(SourceText.From("b: 1\n'a': 2"), new DiagnosticBag("a.yaml"))[0];

        Assert.Equal(["b", "a"], mapping.Entries.Select(entry => entry.Key.Value));
        Assert.Same(mapping.Entries[1], mapping.Find("a"));
        Assert.Null(mapping.Find("A"));
    }

    private static bool IsToken(string text, YamlNode node)
    {
        string token = Slice(text, node);
        return node switch
        {
            YamlScalar { IsPlain: true } scalar => token.Contains('\n') || token == scalar.Value,
            YamlScalar => token is ['\'', .., '\''] or ['"', .., '"'] or ['|' or '>', ..] && token == token.TrimEnd(),
            YamlSequence => token is "[" or "-",
            YamlMapping { Entries: [var first, ..] } => token == "{" || token == Slice(text, first.Key),
            _ => token == "{",
        };
    }

    private static string Slice(string text, YamlNode node) =>
        text.Substring(node.Span.Characters.Start, node.Span.Characters.Length);
}
