using ApiGen.CompilerServices;

namespace ApiGen.Runtime.Tests.Json;

public sealed class JsonShapeTests
{
    [Fact]
    public void A_shape_of_128_fields_reads_and_requires_them_all()
    {
        string[] names = [.. Enumerable.Range(0, 128).Select(static i => $"field_{i}")];
        var shape = new JsonShape("Wide", [.. names.Select(static name => name + '!')]);
        JsonReader<int> sum = (ref JsonCursor json) =>
        {
            int total = 0;
            JsonFields fields = json.BeginObject(shape);
            while (json.NextField(ref fields))
                total += json.ReadInt32() == fields.Index ? 1 : 0;
            return total;
        };
        string[] properties = [.. names.Select(static (name, i) => $"\"{name}\":{i}")];

        Assert.Equal(128, JsonText.Read($"{{{string.Join(',', properties)}}}", sum));
        Assert.Equal(128, JsonText.Read($"{{{string.Join(',', properties.Reverse())}}}", sum));
        for (int left = 0; left < 128; left++)
        {
            string json = $"{{{string.Join(',', properties.Where((_, i) => i != left))}}}";
            Assert.Equal($"$: Wide has no field_{left}", JsonText.Refuse(json, sum));
        }
    }

    [Fact]
    public void Missing_fields_are_all_named()
    {
        var shape = new JsonShape("User", "id!", "name!", "location?", "screen_name!");
        Assert.Equal("$: User has no id, name or screen_name", JsonText.Refuse("{}", (ref json) =>
        {
            JsonFields fields = json.BeginObject(shape);
            return json.NextField(ref fields);
        }));
    }

    [Fact]
    public void A_shape_of_129_fields_is_refused()
    {
        string[] fields = [.. Enumerable.Range(0, 129).Select(static i => $"field_{i}!")];
        Assert.Throws<ArgumentException>(() => new JsonShape("Wide", fields));
    }

    [Theory]
    [InlineData("id")]
    [InlineData("id*")]
    [InlineData("")]
    public void A_field_that_does_not_say_whether_it_is_required_is_refused(string field) =>
        Assert.Throws<ArgumentException>(() => new JsonShape("User", field));

    [Fact]
    public void Two_fields_of_one_name_are_refused() =>
        Assert.Throws<ArgumentException>(static () => new JsonShape("User", "id!", "id?"));

    [Theory]
    [InlineData("""a":1,"b""")]
    [InlineData("a\\")]
    [InlineData("a\n")]
    public void A_name_that_JSON_must_escape_is_matched_by_its_meaning_only(string name)
    {
        var shape = new JsonShape("Odd", name + '!');
        JsonReader<long> read = (ref JsonCursor json) =>
        {
            JsonFields fields = json.BeginObject(shape);
            long value = 0;
            while (json.NextField(ref fields))
                value = json.ReadInt64();
            return value;
        };
        string written = System.Text.Json.JsonSerializer.Serialize(name);

        Assert.Equal(7, JsonText.Read($"{{{written}:7}}", read));
        Assert.Throws<ApiFormatException>(() => JsonText.Read($"{{\"{name}\":7}}", read));
    }
}
