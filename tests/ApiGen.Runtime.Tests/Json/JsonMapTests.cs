using ApiGen.CompilerServices;

namespace ApiGen.Runtime.Tests.Json;

public sealed class JsonMapTests
{
    private static readonly JsonReader<Dictionary<string, long>> Map =
        static (ref JsonCursor json) => json.ReadMap(static (ref JsonCursor json) => json.ReadInt64());

    [Fact]
    public void A_map_is_read() => Assert.Equal(
        new() { ["a"] = 1, [""] = 2, ["gr\u00FC\u00DFe"] = 3, ["a\nb"] = 4 },
        JsonText.Read("""{ "a" : 1, "":2, "gr\u00fcße":3, "a\nb":4 }""", Map));

    [Fact]
    public void An_empty_map_is_read() => Assert.Empty(JsonText.Read("{ }", Map));

    [Fact]
    public void The_last_of_equal_names_counts() =>
        Assert.Equal(new() { ["a"] = 3, ["b"] = 2 }, JsonText.Read("""{"a":1,"b":2,"\u0061":3}""", Map));

    [Theory]
    [InlineData("null", "$: null, where the spec says a map")]
    [InlineData("[]", "$: a list, where the spec says a map")]
    [InlineData("""{"a":1,}""", "$: the character }, where JSON wants the name of a property")]
    [InlineData("""{"a":null}""", "$.a: null, where the spec says int64")]
    [InlineData("""{"a" 1}""", "$.a: a number, where JSON wants a colon")]
    [InlineData("""{"a":1 "b":2}""", "$: a string, where JSON wants a comma or the end of the object")]
    [InlineData("""{"a":1""", "$: the end of the text, where JSON wants a comma or the end of the object")]
    [InlineData("""{a:1}""", "$: the character a, where JSON wants the name of a property")]
    [InlineData("""{"\ud83d":1}""", "$: a string with half a surrogate pair")]
    [InlineData("""{"a":{}}""", "$.a: an object, where the spec says int64")]
    public void A_broken_map_is_refused(string json, string problem) =>
        Assert.Equal(problem, JsonText.Refuse(json, Map));

    [Fact]
    public void A_name_that_is_no_UTF_8_is_refused() => Assert.Equal(
        "$: a string with bytes that aren't UTF-8",
        JsonText.Refuse(JsonText.Bytes("{\"\xFF\":1}"), Map));
}
