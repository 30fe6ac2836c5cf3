using ApiGen.CompilerServices;

namespace ApiGen.Runtime.Tests.Json;

public sealed class JsonDepthTests
{
    private const string TooDeep = "objects and lists nested more than 64 deep";

    private static readonly JsonShape Shape = new("Node", "child?");

    [Theory]
    [InlineData(63)]
    [InlineData(62)]
    public void Skipped_values_may_reach_the_64th_level(int levels)
    {
        Assert.Equal(1, JsonText.Read($$"""{"other":{{Lists(levels)}}}""", Depth));
        Assert.Equal(1, JsonText.Read($$"""{"other":{{Objects(levels)}}}""", Depth));
    }

    [Theory]
    [InlineData(64)]
    [InlineData(10_000)]
    public void Skipped_values_may_not_go_beyond_it(int levels)
    {
        AssertTooDeep($$"""{"other":{{Lists(levels)}}}""", Depth);
        AssertTooDeep($$"""{"other":{{Objects(levels)}}}""", Depth);
        AssertTooDeep($$"""{"other":{{JsonText.Repeat("[", levels)}}""", Depth);
    }

    [Fact]
    public void Types_that_nest_may_reach_the_64th_level() => Assert.Equal(64, JsonText.Read(Nodes(64), Depth));

    [Theory]
    [InlineData(65)]
    [InlineData(10_000)]
    public void Types_that_nest_may_not_go_beyond_it(int levels) => Assert.Equal(
        $"${JsonText.Repeat(".child", 64)}: {TooDeep}",
        JsonText.Refuse(Nodes(levels), Depth));

    [Fact]
    public void Every_kind_of_level_counts()
    {
        // A list, a map, a typed object, and a skipped or free-form list in it.
        Assert.Equal(1, JsonText.Read(ListOfMaps(Lists(61)), ListOfMapsOfNodes));
        AssertTooDeep(ListOfMaps(Lists(62)), ListOfMapsOfNodes);
        Assert.Equal(1, JsonText.Read($"[{Lists(63)}]", ListOfElements));
        AssertTooDeep($"[{Lists(64)}]", ListOfElements);
    }

    [Fact]
    public void Levels_that_are_left_no_longer_count()
    {
        string once = ListOfMaps(Lists(61))[1..^1];
        string json = $"[{string.Join(',', Enumerable.Repeat(once, 100))}]";
        Assert.Equal(100, JsonText.Read(json, ListOfMapsOfNodes));
    }

    private static int Depth(ref JsonCursor json)
    {
        int below = 0;
        JsonFields fields = json.BeginObject(Shape);
        while (json.NextField(ref fields))
            below = Depth(ref json);
        return below + 1;
    }

    private static int ListOfMapsOfNodes(ref JsonCursor json) =>
        json.ReadList(static (ref json) => json.ReadMap(Depth)).Length;

    private static int ListOfElements(ref JsonCursor json) =>
        json.ReadList(static (ref json) => json.ReadJson()).Length;

    private static void AssertTooDeep(string json, JsonReader<int> read) =>
        Assert.EndsWith(TooDeep, JsonText.Refuse(json, read), StringComparison.Ordinal);

    private static string ListOfMaps(string skipped) => $"[{{\"a\":{{\"other\":{skipped}}}}}]";

    private static string Lists(int levels) => JsonText.Repeat("[", levels) + JsonText.Repeat("]", levels);

    private static string Objects(int levels) =>
        JsonText.Repeat("{\"a\":", levels) + "1" + JsonText.Repeat("}", levels);

    private static string Nodes(int levels) =>
        JsonText.Repeat("{\"child\":", levels - 1) + "{}" + JsonText.Repeat("}", levels - 1);
}
