using System.Text.Json;
using ApiGen.CompilerServices;

namespace ApiGen.Runtime.Tests.Json;

public sealed class JsonElementTests
{
    private static readonly JsonReader<JsonElement> Element = static (ref JsonCursor json) => json.ReadJson();
    private static readonly JsonReader<JsonElement?> ElementOrNull = static (ref json) => json.ReadJsonOrNull();

    [Theory]
    [InlineData("1.50")]
    [InlineData("\"a\"")]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("""{ "a": [1, {"b": null}], "a": "\u00fc" }""")]
    public void A_value_of_any_kind_is_read_as_it_stands(string json)
    {
        Assert.Equal(json, JsonText.Read($" {json} ", Element).GetRawText());
        Assert.Equal(json, JsonText.Read($" {json} ", ElementOrNull)?.GetRawText());
    }

    [Fact]
    public void A_null_is_no_element() => Assert.Null(JsonText.Read("null", ElementOrNull));

    [Theory]
    [InlineData("null", "$: null, where the spec says any other value")]
    [InlineData("nul", "$: the character n, where the spec says any other value")]
    [InlineData("[1,]", "$[1]: the character ], where JSON wants a value")]
    [InlineData("[01]", "$[0]: a number with a leading zero")]
    [InlineData("""{"a":tru}""", "$.a: the character t, where JSON wants a value")]
    public void A_broken_value_is_refused(string json, string problem) =>
        Assert.Equal(problem, JsonText.Refuse(json, Element));

    [Fact]
    public void A_value_that_is_no_UTF_8_is_refused() => Assert.Equal(
        "$: a value with bytes that aren't UTF-8",
        JsonText.Refuse(JsonText.Bytes("{\"a\":\"\xFF\"}"), Element));
}
