using ApiGen.CompilerServices;

namespace ApiGen.Runtime.Tests.Json;

public sealed class JsonStringTests
{
    private static readonly JsonReader<string> String = static (ref JsonCursor json) => json.ReadString();
    private static readonly JsonReader<string?> StringOrNull = static (ref JsonCursor json) => json.ReadStringOrNull();

    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a")]
    [InlineData("grüße, 世界, 🐦", "grüße, 世界, 🐦")]
    [InlineData("a much longer text than any vector holds, with ü somewhere beyond the sixteenth byte", null)]
    [InlineData("\u007F", "\u007F")]
    [InlineData("\uFFFD", "\uFFFD")]
    [InlineData("""\"\\\/\b\f\n\r\t""", "\"\\/\b\f\n\r\t")]
    [InlineData("""\u0041\u00e9\u4E16\uFFFF\u0000""", "Aé世\uFFFF\0")]
    [InlineData("""http:\/\/pbs.twimg.com\/images\/1\/a_normal.jpg""", "http://pbs.twimg.com/images/1/a_normal.jpg")]
    [InlineData("""\ud83d\udc26""", "🐦")]
    [InlineData("""\uD83D\uDC26 and 🐦 and \ud83d\udc26""", "🐦 and 🐦 and 🐦")]
    [InlineData("""ü\/ü\u00fc""", "ü/üü")]
    [InlineData("""\\u0041""", "\\u0041")]
    public void A_string_is_read(string content, string? expected)
    {
        Assert.Equal(expected ?? content, JsonText.Read($"\"{content}\"", String));
        Assert.Equal(expected ?? content, JsonText.Read($"\"{content}\"", StringOrNull));
    }

    [Fact]
    public void Escapes_and_other_letters_are_read_at_every_place_of_a_long_string()
    {
        (string, string)[] letters = [("\\n", "\n"), ("\\u00e9", "é"), ("é", "é"), ("\\ud83d\\udc26", "🐦")];
        foreach ((string written, string meant) in letters)
        {
            for (int before = 0; before < 40; before++)
            {
                for (int after = 0; after < 40; after++)
                {
                    string json = $"\"{new string('a', before)}{written}{new string('b', after)}\"";
                    string expected = $"{new string('a', before)}{meant}{new string('b', after)}";
                    Assert.Equal(expected, JsonText.Read(json, String));
                }
            }
        }
    }

    [Theory]
    [InlineData("\\/", "/")]
    [InlineData("ü", "ü")]
    [InlineData("\\u00fc", "ü")]
    public void A_string_of_any_length_is_read(string written, string meant)
    {
        for (int parts = 1; parts < 400; parts += 7)
        {
            string json = $"\"{string.Concat(Enumerable.Repeat($"part {written}", parts))}\"";
            Assert.Equal(string.Concat(Enumerable.Repeat($"part {meant}", parts)), JsonText.Read(json, String));
        }
    }

    [Fact]
    public void Short_texts_are_never_taken_for_one_another()
    {
        string[] texts = [.. Enumerable.Range(0, 100_000).Select(static i => $"{i:x}")];
        foreach (string text in texts.Concat(texts.Take(1000)))
            Assert.Equal(text, JsonText.Read($"\"{text}\"", String));
    }

    [Theory]
    [InlineData("")]
    [InlineData("en")]
    [InlineData("12345678")]
    public void A_short_text_that_was_just_read_is_seldom_made_anew(string text)
    {
        // Other tests read at the same time, and may take its place in the table.
        Assert.True(Enumerable.Range(0, 100).Count(_ => IsShared(text)) > 50);
    }

    [Fact]
    public void A_text_that_is_not_short_is_made_anew() => Assert.False(IsShared("123456789"));

    [Fact]
    public void A_null_is_read_where_it_may_stand() => Assert.Null(JsonText.Read("null", StringOrNull));

    [Theory]
    [InlineData("null", "null, where the spec says string")]
    [InlineData("12", "a number, where the spec says string")]
    [InlineData("true", "a bool, where the spec says string")]
    [InlineData("'a'", "the character ', where the spec says string")]
    [InlineData("\"", "the text ends in the middle of a string")]
    [InlineData("\"abc", "the text ends in the middle of a string")]
    [InlineData("\"a text that is longer than a vector", "the text ends in the middle of a string")]
    [InlineData("\"ü", "the text ends in the middle of a string")]
    [InlineData("\"abc\\", "the text ends in the middle of a string")]
    [InlineData("\"abc\\\"", "the text ends in the middle of a string")]
    [InlineData("\"\\u12\"", "a string with an escape that JSON doesn't know")]
    [InlineData("\"\\u12", "a string with an escape that JSON doesn't know")]
    [InlineData("\"\\u12G4\"", "a string with an escape that JSON doesn't know")]
    [InlineData("\"\\U0041\"", "a string with an escape that JSON doesn't know")]
    [InlineData("\"\\x41\"", "a string with an escape that JSON doesn't know")]
    [InlineData("\"\\'\"", "a string with an escape that JSON doesn't know")]
    [InlineData("\"\\0\"", "a string with an escape that JSON doesn't know")]
    [InlineData("\"a\nb\"", "a string with the bare control character U+000A")]
    [InlineData("\"a\tb\"", "a string with the bare control character U+0009")]
    [InlineData("\"\0\"", "a string with the bare control character U+0000")]
    [InlineData("\"sixteen and more \u001F\"", "a string with the bare control character U+001F")]
    [InlineData("\"ü\u001F\"", "a string with the bare control character U+001F")]
    [InlineData("\"\\ud83d\"", "a string with half a surrogate pair")]
    [InlineData("\"\\udc26\"", "a string with half a surrogate pair")]
    [InlineData("\"\\ud83dx\"", "a string with half a surrogate pair")]
    [InlineData("\"\\ud83d\\n\"", "a string with half a surrogate pair")]
    [InlineData("\"\\ud83d\\u0041\"", "a string with half a surrogate pair")]
    [InlineData("\"\\ud83d\\ud83d\\udc26\"", "a string with half a surrogate pair")]
    [InlineData("\"\\udc26\\ud83d\"", "a string with half a surrogate pair")]
    [InlineData("\"a\"\"b\"", "more text after the value")]
    public void What_is_no_string_is_refused(string json, string problem) =>
        Assert.Equal($"$: {problem}", JsonText.Refuse(json, String));

    [Theory]
    [InlineData("\xFF")]
    [InlineData("a\xC3")]
    [InlineData("\xC3\\n\xA9")]
    [InlineData("\xC0\xAF")]
    [InlineData("\xED\xA0\xBD\xED\xB0\xA6")]
    [InlineData("\xF4\x90\x80\x80")]
    [InlineData("\xE2\x82\\u0041")]
    [InlineData("grÃ¼Ã\x9F\x65 but then \x80")]
    public void A_string_that_is_no_UTF_8_is_refused(string latin1) => Assert.Equal(
        "$: a string with bytes that aren't UTF-8",
        JsonText.Refuse(JsonText.Bytes($"\"{latin1}\""), String));

    [Theory]
    [InlineData(100)]
    [InlineData(1000)]
    public void A_string_costs_one_allocation(int length)
    {
        byte[] plain = JsonText.Bytes($"\"{new string('a', length)}\"");
        byte[] escaped = JsonText.Bytes($"\"\\n{new string('a', length - 2)}\\u0041\"");
        long size = Allocated(() => new string('a', length));

        Assert.Equal(size, Allocated(() => JsonBody.Read(plain, String)));
        Assert.Equal(size, Allocated(() => JsonBody.Read(escaped, String)));
    }

    private static bool IsShared(string text) =>
        ReferenceEquals(JsonText.Read($"\"{text}\"", String), JsonText.Read($"\"{text}\"", String));

    private static long Allocated(Func<string> make)
    {
        make();
        long before = GC.GetAllocatedBytesForCurrentThread();
        make();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
