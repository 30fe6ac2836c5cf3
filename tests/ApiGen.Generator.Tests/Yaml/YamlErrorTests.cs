namespace ApiGen.Generator.Tests.Yaml;

public sealed class YamlErrorTests
{
    private const string Invalid = "APIGEN001: This is not valid YAML: ";
    private const string Colon =
        Invalid + "a ':' can't stand here; put the text in quotes if it belongs to it, or check the indentation";

    private const string Elsewhere = Invalid + "this doesn't belong to what stands above it; check the indentation";
    private const string Bracket = Invalid + "this bracket is not closed, or what follows it is not indented";
    private const string Tab = Invalid + "a tab can't indent; use spaces";
    private const string TwoValues = Invalid + "a second value follows the first with nothing between them";
    private const string LooseLine =
        Invalid + "this line is neither a key with its ':' nor a part of the text above it";
    private const string KeyNotText =
        "APIGEN007: A key must be a text and not empty; what looks like a list or a mapping must be put in quotes";

    private const string OpenQuote =
        Invalid + "this quote is not closed on its line, and the next line is not indented";

    private const string UnknownEscape =
        Invalid + "this escape is unknown; write '\\\\' for a backslash, or use single quotes";

    private const string Escape = Invalid + "this escape stands for no character";
    private const string Comment = Invalid + "a '#' begins a comment only after a blank";

    public static TheoryData<string, string> Texts => new()
    {
        { "a:\n\tb: 1", "2:1-2 " + Tab },
        { "\ta: 1", "1:1-2 " + Tab },
        { "a:\n  - b\n\t- c", "3:1-2 " + Tab },
        { "a:\n \tb: 1\n  c: 2", "2:2-3 " + Tab },
        { "a: [\n\tb]", "2:1-2 " + Tab },
        { "a: 1\n\t# x\nb: 2", "2:1-2 " + Tab },
        { "a: b: c", "1:5-6 " + Colon },
        { "a: \"b\": c", "1:7-8 " + Colon },
        { "a: 1\n b: 2", "2:3-4 " + Colon },
        { "a\nb: 1", "2:2-3 " + Colon },
        { "a: 1\nb\nc: 2", "2:1-2 " + LooseLine },
        { "a: x # y\n  z", "2:3-4 " + LooseLine },
        { "a: 💩\nb", "2:1-2 " + Invalid + "expected a ':' after this key" },
        { "- a\n-b", "2:1-2 " + Invalid + "expected a ':' after this key" },
        { "a: 1\n: b", "2:1-2 " + Invalid + "a key is missing before this ':'" },
        { "a:\n  b: 1\n c: 2", "3:2-3 " + Elsewhere },
        { "- a\nb: c", "2:1-2 " + Elsewhere },
        { "a: [b] c", "1:8-9 " + TwoValues },
        { "a: 'b' c", "1:8-9 " + TwoValues },
        { "a: {\"b\" \"c\"}", "1:9-12 " + TwoValues },
        { "a: {b: [c] \"d\": e}", "1:12-15 " + TwoValues },
        { "a: {b: 1 c: 2}", "1:11-12 " + Invalid + "expected ',' or '}'" },
        { "a: {b: [1, 2}", "1:13-14 " + Invalid + "expected ',' or ']'" },
        { "a: {b:}", "1:6-7 " + Invalid + "a blank is missing after this ':'" },
        { "a: {b: c", "1:4-5 " + Bracket },
        { "a: [b, c\nd: e", "1:4-5 " + Bracket },
        { "a: [b,\n---\nc: d", "1:4-5 " + Bracket },
        { "a: [{b: 1},\n", "1:4-5 " + Bracket },
        { "a: ]", "1:4-5 " + Invalid + "expected a value here" },
        { "a: [b,,c]", "1:7-8 " + Invalid + "expected a value here" },
        { "a: - b", "1:4-5 " + Invalid + "a list can't begin on the line of its key" },
        { "a: 'x", "1:4-6 " + Invalid + "this quote is never closed" },
        { "a: 'x\n---\nb: c", "1:4-6 " + Invalid + "this quote is not closed in its document" },
        { "a: \"x\nb: c\"", "1:4-6 " + OpenQuote },
        { "a: \"x\\q\"", "1:6-7 " + UnknownEscape },
        { "a: \"x\\x4\"", "1:8-9 " + Escape },
        { "a: \"\\U00110000\"", "1:7-8 " + Escape },
        { "a: \"\\uD83D\"", "1:11-12 " + Escape },
        { "{a: \"\\uD83D\\uDE0\", b: \"c\"}", "1:6-7 " + Escape },
        { "a: \"\\uD83D\\u0041\"", "1:17-18 " + Escape },
        { "a: @x", "1:4-5 " + Invalid + "a value can't begin with '@'; put it in quotes" },
        { "a: [`x]", "1:5-7 " + Invalid + "a value can't begin with '`'; put it in quotes" },
        { "a: *", "1:4-5 " + Invalid + "a value can't begin with '*'; put it in quotes" },
        { "a: ? b", "1:4-5 " + Invalid + "a value can't begin with '?'; put it in quotes" },
        { "a: [1]#x", "1:6-7 " + Comment },
        { "a: \"x\"#y", "1:7-8 " + Comment },
        { "a: |x\n b", "1:4-5 " + Invalid + "nothing but a comment may follow this on its line" },
        { "a: |\n     \n  b", "3:1-3 " + Invalid + "this empty line is indented too far" },
        { "a: 1\n%b: 2\n", "2:1-3 " + Invalid + "a '%' at the start of a line begins a directive, and this is none" },
        { "a: 1\n%b 2\nc: 3\n", "2:1-2 " + Invalid + "this can't stand here" },
        { "%YAML 3.0\n---\na: 1", "1:1-2 " + Invalid + "this version of YAML can't be read; leave the line out" },
        { "...\na: 1", "2:1-2 " + Invalid + "it can't be understood from here on" },
        { "{a: 1}}", "1:7-8 " + Elsewhere },
        { "a: b\0c: d", "1:5-6 " + Forbidden("0000") },
        { "a: 1\nb: \u0007", "2:4-5 " + Forbidden("0007") },
        { "a: \uFEFF", "1:4-5 " + Forbidden("FEFF") },
        { "a: x\uD83Dy", "1:5-6 " + Forbidden("D83D") },
        { "{}: a", "1:1-2 " + KeyNotText },
        { "? {b: c}\n: a", "1:3-4 " + KeyNotText },
        { "- ? [b]\n  : a", "1:5-6 " + KeyNotText },
        { ": a", "1:1-2 " + Invalid + "a key is missing before this ':'" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_that_cannot_be_read_is_reported_once_where_it_goes_wrong(string text, string expected)
    {
        Assert.Equal(expected + "\n", YamlDump.Of(text));
    }

    [Fact]
    public void The_document_before_a_syntax_error_stands()
    {
        string dump = YamlDump.Of("a: 1\n---\nb: [\n---\nc: 3\n");

        string before = "document\n  mapping 1:1-2\n    plain |a| 1:1-2:\n      plain |1| 1:4-5\n";
        Assert.Equal(before + "3:4-5 " + Bracket + "\n", dump);
    }

    private static string Forbidden(string code) =>
        Invalid + $"the character U+{code} can't stand in a text; in double quotes it may be written as an escape";
}
