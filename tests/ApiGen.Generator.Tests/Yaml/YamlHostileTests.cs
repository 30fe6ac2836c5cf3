using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Yaml;
using Microsoft.CodeAnalysis.Text;

namespace ApiGen.Generator.Tests.Yaml;

/// <summary>Texts made to overflow a stack, to take quadratic time or to fill the memory: each ends.</summary>
public sealed class YamlHostileTests
{
    private const string TooDeep = "APIGEN005: Lists and mappings can't be nested more than 64 deep";

    public static TheoryData<string, string> Nested => new()
    {
        { Many("[", 10_000) + Many("]", 10_000), "1:65-66" },
        { Many("{a: ", 10_000) + Many("}", 10_000), "1:257-258" },
        { Many("[\n ", 10_000), "65:2-3" },
        { Many("[a: ", 10_000), "1:129-130" },
        { Many("- ", 10_000) + "a", "1:129-130" },
        { Many("? ", 10_000) + "a", "1:129-130" },
        { Stairs(1_000), "65:65-66" },
        { Many("[", 1_000_000), "1:65-66" },
    };

    public static TheoryData<string> Stretched =>
    [
        "a: " + Many("x", 1_000_000),
        "a: \"" + Many("x ", 500_000) + "\"",
        "a: |\n" + Many("  x\n", 250_000),
        "a: |\n" + Many("\n", 1_000_000) + "  x",
        "a:\n" + Many("  x\n", 250_000),
        Many("#\n", 500_000) + "a: b",
        Many(" ", 500_000) + "[" + Many("a,", 50_000) + "]",
        "[" + Many(" ", 500_000) + Many("a: ,", 50_000) + "]",
    ];

    [Theory]
    [MemberData(nameof(Nested), DisableDiscoveryEnumeration = true)]
    public void Nesting_ends_at_64(string text, string place)
    {
        Assert.Equal($"{place} {TooDeep}\n", YamlDump.Of(text));
    }

    [Fact]
    public void Nesting_of_64_is_read()
    {
        Assert.Equal(65, YamlTree.Read(Many("[", 64) + "a" + Many("]", 64)).Count());
    }

    [Theory]
    [MemberData(nameof(Stretched), DisableDiscoveryEnumeration = true)]
    public void A_long_text_is_read_whole(string text)
    {
        var diagnostics = new DiagnosticBag("a.yaml");

        Assert.Single(YamlReader.Read(SourceText.From(text), diagnostics));
        Assert.Empty(diagnostics.ToEquatableArray());
    }

    [Fact]
    public void A_hundred_thousand_keys_are_read_and_found()
    {
        string text = string.Concat(
            Enumerable.Range(0, 100_000).Select(i => FormattableString.Invariant($"k{i}: {i}\n")));
        var mapping = (YamlMapping)YamlReader.Read(SourceText.From(text), new DiagnosticBag("a.yaml"))[0];

        Assert.Equal(100_000, mapping.Entries.Count);
        Assert.Equal("99999", ((YamlScalar)mapping.Find("k99999")!.Value).Value);
    }

    [Fact]
    public void Aliases_are_not_followed_so_that_none_can_multiply()
    {
        IEnumerable<string> doublings = "bcdefghijklmnopqrstu".Zip(
            "abcdefghijklmnopqrst", (name, before) => $"{name}: &{name} [*{before}, *{before}]\n");
        string text = "a: &a [x, x]\n" + string.Concat(doublings);
        var diagnostics = new DiagnosticBag("a.yaml");

        Assert.Empty(YamlReader.Read(SourceText.From(text), diagnostics));
        Assert.Equal(61, diagnostics.ToEquatableArray().Count);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void A_file_of_more_than_two_million_characters_is_not_read(int excess, bool isRefused)
    {
        string text = "a: " + Many("x", (2 * 1024 * 1024) - 3 + excess);
        var diagnostics = new DiagnosticBag("a.yaml");

        Assert.Equal(isRefused ? 0 : 1, YamlReader.Read(SourceText.From(text), diagnostics).Count);
        IEnumerable<string> ids = diagnostics.ToEquatableArray().Select(found => found.Descriptor.Id);
        Assert.Equal(isRefused ? ["APIGEN006"] : [], ids);
    }

    [Fact]
    public void Reading_can_be_cancelled()
    {
        var cancelled = new CancellationToken(canceled: true);

        Assert.Throws<OperationCanceledException>(
            () => YamlReader.Read(SourceText.From("a: b"), new DiagnosticBag("a.yaml"), cancelled));
    }

    private static string Stairs(int count) =>
        string.Concat(Enumerable.Range(0, count).Select(i => new string(' ', i) + "a:\n"));

    private static string Many(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
