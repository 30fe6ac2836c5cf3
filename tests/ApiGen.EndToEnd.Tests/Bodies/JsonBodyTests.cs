using System.Text.Json;
using ApiGen.CompilerServices;

namespace ApiGen.EndToEnd.Tests.Bodies;

public sealed class JsonBodyTests
{
    private static readonly JsonDates Dates = new("ddd MMM dd HH:mm:ss zzz yyyy");

    [Fact]
    public async Task Arguments_are_the_properties_of_one_object_each_of_its_own_type()
    {
        const string sent = """
            {
              "a \"b\" \\": "ä \"\\ \u0000 <&'> 猫 😀 \u2028",
              "count": -9223372036854775808,
              "free": { "x": [1, { "y": null }, "z"], "é": 1.5e300 },
              "happy": false,
              "list": [[1, 2], []],
              "map": { "": "x", "k\"": "y" },
              "ratio": 1.5E-07,
              "when": ["Sat Dec 14 04:35:55 +0000 2013"]
            }
            """;
        await using FormServer server = await FormServer.StartAsync();
        var api = new BodyApi(server.Address);
        DateTimeOffset[] times = [new(2013, 12, 14, 6, 35, 55, 999, TimeSpan.FromHours(2))];

        await api.SendAsync(api
            .Endpoint(
                ParameterPlace.Json, "a \"b\" \\", "count", "free", "happy", "left", "list", "map", "ratio", "when")
            .Call()
            .Require(0, "ä \"\\ \0 <&'> 猫 😀 \u2028")
            .Add(1, long.MinValue)
            .Add(2, JsonElement.Parse("""{"x":[1,{"y":null},"z"],"\u00e9":1.5e300}"""))
            .Add(3, false)
            .Add(4, (long?)null)
            .Add(5, new int[][] { [1, 2], [] }, static (json, value) =>
                json.WriteList(value, static (json, value) => json.WriteList(value, static (json, value) => json.Write(value))))
            .Add(6, new Dictionary<string, string> { [""] = "x", ["k\""] = "y" }, static (json, value) =>
                json.WriteMap(value, static (json, value) => json.Write(value)))
            .Add(7, 1.5e-7)
            .Add(8, times, static (json, value) =>
                json.WriteList(value, static (json, value) => json.Write(value, Dates))));

        FormServer.Arrival arrival = Assert.Single(server.Arrivals);
        Assert.Equal("application/json", arrival.ContentType);
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(sent), arrival.Json!.Value), arrival.Json.ToString());
    }

    [Fact]
    public async Task A_call_without_arguments_sends_an_empty_object()
    {
        await using FormServer server = await FormServer.StartAsync();
        var api = new BodyApi(server.Address);

        await api.SendAsync(api.Endpoint(ParameterPlace.Json, "a").Call().Add(0, (string?)null));

        Assert.Equal("{}", Assert.Single(server.Arrivals).Json.ToString());
    }

    [Fact]
    public async Task Half_a_character_becomes_a_replacement_and_leaves_the_body_whole()
    {
        await using FormServer server = await FormServer.StartAsync();
        var api = new BodyApi(server.Address);

        await api.SendAsync(api.Endpoint(ParameterPlace.Json, "a").Call().Add(0, "x\ud83dy"));

        Assert.Equal("x\ufffdy", Assert.Single(server.Arrivals).Json!.Value.GetProperty("a").GetString());
    }

    [Fact]
    public void What_JSON_can_not_say_is_refused_by_the_name_of_its_argument()
    {
        EndpointDescriptor<JsonElement> endpoint =
            new BodyApi(new Uri("http://127.0.0.1:1")).Endpoint(ParameterPlace.Json, "thing");
        var endless = new Loop();
        endless.Loops.Add(endless);

        Action[] mistakes =
        [
            () => endpoint.Call().Add(0, double.NaN),
            () => endpoint.Call().Add(0, default(JsonElement)),
            () => endpoint.Call().Require<Loop>(0, null!, Loop.Write),
            () => endpoint.Call().Add(0, endless, Loop.Write),
            () => endpoint.Call().Add(0, new string[] { null! }, static (json, value) =>
                json.WriteList(value, static (json, value) => json.Write(value))),
            () => endpoint.Call().Add(0, new[] { double.PositiveInfinity }, static (json, value) =>
                json.WriteList(value, static (json, value) => json.Write(value))),
        ];

        Assert.All(mistakes, mistake => Assert.Equal("thing", Assert.ThrowsAny<ArgumentException>(mistake).ParamName));
    }

    /// <summary>An object that may contain itself, written as generated types are.</summary>
    private sealed class Loop
    {
        public List<Loop> Loops { get; } = [];

        public static void Write(JsonOutput json, Loop value)
        {
            json.BeginObject();
            json.Add<IReadOnlyList<Loop>>("loops", value.Loops, static (json, value) => json.WriteList(value, Write));
            json.EndObject();
        }
    }
}
