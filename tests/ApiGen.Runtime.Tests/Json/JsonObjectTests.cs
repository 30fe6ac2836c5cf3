using ApiGen.CompilerServices;

namespace ApiGen.Runtime.Tests.Json;

public sealed class JsonObjectTests
{
    private static readonly JsonShape Shape = new("Point", "x!", "y!", "label?", "größe?", "quo\"te?");

    private static readonly JsonReader<string> Point = static (ref JsonCursor json) =>
    {
        var values = new string?[5];
        JsonFields fields = json.BeginObject(Shape);
        while (json.NextField(ref fields))
            values[fields.Index] = fields.Index < 2 ? json.ReadInt64().ToString("d", null) : json.ReadStringOrNull();
        return string.Join(' ', values.Select(static value => value ?? "-"));
    };

    [Theory]
    [InlineData("""{"x":1,"y":2,"label":"a","größe":"b","quo\"te":"c"}""", "1 2 a b c")]
    [InlineData("""{"x":1,"y":2}""", "1 2 - - -")]
    [InlineData("""{"y":2,"x":1}""", "1 2 - - -")]
    [InlineData("""{"label":"a","y":2,"größe":"b","x":1}""", "1 2 a b -")]
    [InlineData("""{"x":1,"label":null,"y":2}""", "1 2 - - -")]
    [InlineData(" { \"x\" : 1 ,\r\n\t\"y\" : 2 } ", "1 2 - - -")]
    [InlineData("""{"x" :1, "y":2}""", "1 2 - - -")]
    public void Fields_are_read_in_any_order_and_spacing(string json, string expected) =>
        Assert.Equal(expected, JsonText.Read(json, Point));

    [Theory]
    [InlineData("""{"z":0,"x":1,"y":2}""")]
    [InlineData("""{"x":1,"z":[1,{"x":5,"y":"}]"},[]],"y":2}""")]
    [InlineData("""{"x":1,"y":2,"z":{"x":5,"a":{},"b":null,"c":true,"d":false,"e":-1.5e-7,"f":"\ud800"}}""")]
    [InlineData("""{"x":1,"":"","y":2,"X":7,"xx":7,"\u007a":7}""")]
    public void Unknown_properties_are_passed_over(string json) =>
        Assert.Equal("1 2 - - -", JsonText.Read(json, Point));

    [Theory]
    [InlineData("\"\xFF\":0")]
    [InlineData("\"z\":\"\xFF\"")]
    [InlineData("\"\\u0041\xFF\":0")]
    [InlineData("\"\xE2\\u0041\x82\":0")]
    [InlineData("\"z\":[{\"\xFF\":\"\xC3\"}]")]
    public void Bad_bytes_in_unknown_properties_are_passed_over(string latin1) =>
        Assert.Equal("1 2 - - -", JsonBody.Read(JsonText.Bytes($"{{\"x\":1,{latin1},\"y\":2}}"), Point));

    [Theory]
    [InlineData("\xFF")]
    [InlineData("\xFF\xFF\xFF\xFF")]
    [InlineData("\0")]
    [InlineData("7")]
    public void Nothing_but_a_name_is_taken_for_a_property(string latin1)
    {
        // Nothing is expected behind the last field, nor behind the one before it: its name must be escaped.
        string json = $"{{\"x\":1,\"y\":2,\"gr\xC3\xB6\xC3\x9F\x65\":\"b\",{latin1}{new string(' ', 40)}\"z\":0}}";
        string longer = json.Replace($",{latin1}", $",\"quo\\\"te\":\"c\",{latin1}", StringComparison.Ordinal);
        foreach (string body in new[] { json, longer })
        {
            string refusal = JsonText.Refuse(JsonText.Bytes(body), Point);
            Assert.EndsWith("where JSON wants the name of a property", refusal, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("""{"x":1,"y":2,"x":3}""")]
    [InlineData("""{"x":1,"x":3,"y":2}""")]
    [InlineData("""{"x":1,"y":2,"\u0078":3}""")]
    public void The_last_of_equal_properties_counts(string json) =>
        Assert.Equal("3 2 - - -", JsonText.Read(json, Point));

    [Theory]
    [InlineData("""{"\u0078":1,"\u0079":2}""", "1 2 - - -")]
    [InlineData("""{"x":1,"y":2,"gr\u00f6ße":"a"}""", "1 2 - a -")]
    [InlineData("""{"x":1,"y":2,"quo\u0022te":"a"}""", "1 2 - - a")]
    [InlineData("""{"x":1,"y":2,"l\u0061bel":"a"}""", "1 2 a - -")]
    public void Escaped_names_are_recognised(string json, string expected) =>
        Assert.Equal(expected, JsonText.Read(json, Point));

    [Theory]
    [InlineData("null", "$: null, where the spec says Point")]
    [InlineData("[]", "$: a list, where the spec says Point")]
    [InlineData("{}", "$: Point has no x or y")]
    [InlineData("""{"x":1}""", "$: Point has no y")]
    [InlineData("""{"y":1,"label":"a"}""", "$: Point has no x")]
    [InlineData("""{"x":null,"y":1}""", "$.x: null, where the spec says int64")]
    [InlineData("""{"x":1,"y":2,}""", "$: the character }, where JSON wants the name of a property")]
    [InlineData("""{,"x":1,"y":2}""", "$: the character ,, where JSON wants the name of a property")]
    [InlineData("""{"x":1{"y":2}""", "$: an object, where JSON wants a comma or the end of the object")]
    [InlineData("""{"x":1,,"y":2}""", "$: the character ,, where JSON wants the name of a property")]
    [InlineData("""{"x":1 "y":2}""", "$: a string, where JSON wants a comma or the end of the object")]
    [InlineData("""{"x"1}""", "$.x: a number, where JSON wants a colon")]
    [InlineData("""{"x"}""", "$.x: the character }, where JSON wants a colon")]
    [InlineData("""{"x":}""", "$.x: the character }, where the spec says int64")]
    [InlineData("""{x:1}""", "$: the character x, where JSON wants the name of a property")]
    [InlineData("""{"x":1,"y":2]""", "$: the character ], where JSON wants a comma or the end of the object")]
    [InlineData("""{"x":1,"y":2""", "$: the end of the text, where JSON wants a comma or the end of the object")]
    [InlineData("""{"x":1,""", "$: the end of the text, where JSON wants the name of a property")]
    [InlineData("""{"x":1,"y""", "$: the text ends in the middle of a string")]
    [InlineData("""{""", "$: the end of the text, where JSON wants the name of a property")]
    [InlineData("""{"x":1,"y":2}{"x":1,"y":2}""", "$: more text after the value")]
    [InlineData("""{"x":1,"\ud800":1,"y":2}""", "$: a string with half a surrogate pair")]
    [InlineData("""{"x":1,"quo"te":1}""", "$['quo']: the character t, where JSON wants a colon")]
    public void A_broken_object_is_refused(string json, string problem) =>
        Assert.Equal(problem.Replace("['quo']", ".quo", StringComparison.Ordinal), JsonText.Refuse(json, Point));

    [Theory]
    [InlineData("tru", "$.z: the character t, where JSON wants a value")]
    [InlineData("nulL", "$.z: the character n, where JSON wants a value")]
    [InlineData("truee", "$: the character e, where JSON wants a comma or the end of the object")]
    [InlineData("01", "$.z: a number with a leading zero")]
    [InlineData("1.", "$.z: a number with digits missing")]
    [InlineData("NaN", "$.z: the character N, where JSON wants a value")]
    [InlineData("\"\u0001\"", "$.z: a string with the bare control character U+0001")]
    [InlineData("\"\\u00g0\"", "$.z: a string with an escape that JSON doesn't know")]
    [InlineData("[1,]", "$.z[1]: the character ], where JSON wants a value")]
    [InlineData("[1 2]", "$.z: a number, where JSON wants a comma or the end of the list")]
    [InlineData("[1}", "$.z: the character }, where JSON wants a comma or the end of the list")]
    [InlineData("{\"a\":1]", "$.z: the character ], where JSON wants a comma or the end of the object")]
    [InlineData("{\"a\":1,}", "$.z: the character }, where JSON wants the name of a property")]
    [InlineData("{1:1}", "$.z: a number, where JSON wants the name of a property")]
    [InlineData("{\"a\",1}", "$.z.a: the character ,, where JSON wants a colon")]
    [InlineData("[[[{\"a\":[1,2,x]}]]]", "$.z[0][0][0].a[2]: the character x, where JSON wants a value")]
    public void Unknown_properties_must_be_JSON(string value, string problem) =>
        Assert.Equal(problem, JsonText.Refuse($$"""{"x":1,"z":{{value}},"y":2}""", Point));

    [Fact]
    public void A_property_may_follow_a_passed_over_one_at_any_depth()
    {
        string nested = JsonText.Repeat("[{\"a\":", 31) + "0" + JsonText.Repeat("}]", 31);
        Assert.Equal("1 2 - - -", JsonText.Read($$"""{"z":{{nested}},"x":1,"z":[{{nested}}],"y":2}""", Point));
    }
}
