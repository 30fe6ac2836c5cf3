using ApiGen.CompilerServices;

namespace ApiGen.Runtime.Tests.Json;

public sealed class JsonBooleanTests
{
    private static readonly JsonReader<bool> Boolean = static (ref JsonCursor json) => json.ReadBoolean();
    private static readonly JsonReader<bool?> BooleanOrNull = static (ref JsonCursor json) => json.ReadBooleanOrNull();

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData(" \t\r\n true \t\r\n ", true)]
    public void A_bool_is_read(string json, bool expected)
    {
        Assert.Equal(expected, JsonText.Read(json, Boolean));
        Assert.Equal(expected, JsonText.Read(json, BooleanOrNull));
    }

    [Fact]
    public void A_null_is_read_where_it_may_stand() => Assert.Null(JsonText.Read("null", BooleanOrNull));

    [Theory]
    [InlineData("null", "null, where the spec says bool")]
    [InlineData("1", "a number, where the spec says bool")]
    [InlineData("-1", "a number, where the spec says bool")]
    [InlineData("\"true\"", "a string, where the spec says bool")]
    [InlineData("[true]", "a list, where the spec says bool")]
    [InlineData("{}", "an object, where the spec says bool")]
    [InlineData("True", "the character T, where the spec says bool")]
    [InlineData("tru", "the character t, where the spec says bool")]
    [InlineData("fals", "the character f, where the spec says bool")]
    [InlineData("nul", "the character n, where the spec says bool")]
    [InlineData("<!DOCTYPE html>", "the character <, where the spec says bool")]
    [InlineData("\0", "the character U+0000, where the spec says bool")]
    [InlineData("\u00A0true", "the character \u00A0, where the spec says bool")]
    [InlineData("truefalse", "more text after the value")]
    [InlineData("true,", "more text after the value")]
    [InlineData("", "the body is empty")]
    [InlineData(" \n", "the body is empty")]
    public void Anything_else_is_refused(string json, string problem) =>
        Assert.Equal($"$: {problem}", JsonText.Refuse(json, Boolean));

    [Fact]
    public void A_byte_order_mark_is_skipped() => Assert.True(JsonText.Read("\uFEFFtrue", Boolean));

    [Fact]
    public void A_second_byte_order_mark_is_refused() =>
        Assert.StartsWith("$: the character", JsonText.Refuse("\uFEFF\uFEFFtrue", Boolean), StringComparison.Ordinal);

    [Fact]
    public void A_body_of_nothing_but_a_byte_order_mark_is_empty() =>
        Assert.Equal("$: the body is empty", JsonText.Refuse("\uFEFF", Boolean));
}
