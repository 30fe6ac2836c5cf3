using ApiGen.CompilerServices;

namespace ApiGen.Runtime.Tests.Json;

public sealed class JsonListTests
{
    private static readonly JsonReader<long> Int64 = static (ref JsonCursor json) => json.ReadInt64();
    private static readonly JsonReader<string> String = static (ref JsonCursor json) => json.ReadString();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(5000)]
    public void A_list_of_any_length_is_read(int count)
    {
        long[] ids = [.. Enumerable.Range(0, count).Select(static i => i * 1_000_000_007L)];

        Assert.Equal(ids, JsonText.Read($"[{string.Join(',', ids)}]", (ref json) => json.ReadList(Int64)));
        Assert.Equal(ids, JsonText.Read($" [ {string.Join(" ,\n ", ids)} ] ", (ref json) => json.ReadList(Int64)));

        string[] names = [.. ids.Select(static id => $"#{id}")];
        string quoted = string.Join(',', names.Select(static name => $"\"{name}\""));
        Assert.Equal(names, JsonText.Read($"[{quoted}]", (ref json) => json.ReadList(String)));
    }

    [Fact]
    public void An_empty_list_is_the_shared_one() =>
        Assert.Same(Array.Empty<long>(), JsonText.Read("[ ]", (ref json) => json.ReadList(Int64)));

    [Fact]
    public void Lists_nest() => Assert.Equal(
        [[1], [], [2, 3]],
        JsonText.Read("[[1],[],[2,3]]", (ref json) => json.ReadList(static (ref json) => json.ReadList(Int64))));

    [Theory]
    [InlineData("null", "$: null, where the spec says a list")]
    [InlineData("{}", "$: an object, where the spec says a list")]
    [InlineData("[1,]", "$[1]: the character ], where the spec says int64")]
    [InlineData("[,1]", "$[0]: the character ,, where the spec says int64")]
    [InlineData("[1 2]", "$: a number, where JSON wants a comma or the end of the list")]
    [InlineData("[1}", "$: the character }, where JSON wants a comma or the end of the list")]
    [InlineData("[1", "$: the end of the text, where JSON wants a comma or the end of the list")]
    [InlineData("[", "$[0]: the end of the text, where the spec says int64")]
    [InlineData("[1,2,null]", "$[2]: null, where the spec says int64")]
    [InlineData("[1]]", "$: more text after the value")]
    [InlineData("[1,/* two */2]", "$[1]: the character /, where the spec says int64")]
    public void A_broken_list_is_refused(string json, string problem) =>
        Assert.Equal(problem, JsonText.Refuse(json, (ref json) => json.ReadList(Int64)));

    [Fact]
    public void A_null_among_strings_is_refused() => Assert.Equal(
        "$[1]: null, where the spec says string",
        JsonText.Refuse("[\"a\",null]", (ref json) => json.ReadList(String)));
}
