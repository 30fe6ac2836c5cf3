using System.Text;
using ApiGen.CompilerServices;

namespace ApiGen.Runtime.Tests.Json;

public sealed class JsonPathTests
{
    // The offset is where the mark stands; the mark itself is taken out of the text.
    [Theory]
    [InlineData("^1", "$")]
    [InlineData("{^}", "$")]
    [InlineData("""{^"a":1}""", "$")]
    [InlineData("""{"a"^:1}""", "$.a")]
    [InlineData("""{"a":^1}""", "$.a")]
    [InlineData("""{"a": ^1}""", "$.a")]
    [InlineData("""{"a":"te^xt"}""", "$.a")]
    [InlineData("""{"a":1^,"b":2}""", "$")]
    [InlineData("""{"a":1,^"b":2}""", "$")]
    [InlineData("""{"a":1,"b":^2}""", "$.b")]
    [InlineData("""{"a":1,"b":2^}""", "$")]
    [InlineData("[^1,2]", "$[0]")]
    [InlineData("[1^,2]", "$")]
    [InlineData("[1,^2]", "$[1]")]
    [InlineData("[1,2^]", "$")]
    [InlineData("[[],{},^2]", "$[2]")]
    [InlineData("""{"status":{"entities":{"urls":[{"url":"a"},{},{"url":^null}]}}}""", "$.status.entities.urls[2].url")]
    [InlineData("""{"a":{"b":[1,2]},"c":[{"d":1}],"e":^3}""", "$.e")]
    [InlineData("""{"a":"\"}],{[","b":^3}""", "$.b")]
    [InlineData("""{"a b":^1}""", "$['a b']")]
    [InlineData("""{"":^1}""", "$['']")]
    [InlineData("""{"it's":^1}""", "$['it\\'s']")]
    [InlineData("""{"a.b":{"größe":^1}}""", "$['a.b']['größe']")]
    [InlineData("""{"line\nbreak":^1}""", """$['line\nbreak']""")]
    [InlineData(" \uFEFF[1,^2]", "$[1]")]
    public void The_path_leads_to_the_value_at_an_offset(string marked, string expected)
    {
        byte[] before = Encoding.UTF8.GetBytes(marked[..marked.IndexOf('^', StringComparison.Ordinal)]);
        byte[] text = Encoding.UTF8.GetBytes(marked.Replace("^", "", StringComparison.Ordinal));
        Assert.Equal(expected, JsonPath.At(text, before.Length));
    }

    [Fact]
    public void There_is_a_path_to_every_offset_of_anything()
    {
        var random = new Random(1);
        byte[] alphabet = "{}[],:\"\\ 1a\xFF"u8.ToArray();
        for (int round = 0; round < 2_000; round++)
        {
            byte[] text = random.GetItems(alphabet, 40);
            for (int offset = 0; offset <= text.Length; offset++)
                Assert.StartsWith("$", JsonPath.At(text, offset), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_exception_carries_path_and_problem()
    {
        JsonReader<long[]> ids = static (ref json) => json.ReadList(static (ref json) => json.ReadInt64());
        var refusal = Assert.Throws<ApiFormatException>(() => JsonText.Read("[1,null]", ids));

        Assert.Equal("$[1]", refusal.Path);
        Assert.Equal("null, where the spec says int64", refusal.Problem);
        Assert.Equal("The answer can't be read at $[1]: null, where the spec says int64", refusal.Message);
    }
}
