using System.Text.Json.Nodes;

namespace ApiGen.Generator.Tests.Hostile;

/// <summary>Makes up values: names that recur within a spec, so that some refer to others, and texts.</summary>
internal sealed class SpecValues
{
    private static readonly string[] Scalars = ["string", "bool", "int32", "int64", "double", "date-time", "json"];
    private static readonly string[] Suffixes = ["", "", "", "?", "[]", "[]?", "{}", "[][]", "[]{}?", "[]?[]", "[]??"];

    private readonly Random _random;
    private readonly double _awkwardness;
    private readonly string _api;
    private readonly string[] _names;
    private readonly string[] _types;

    public SpecValues(Random random, double awkwardness)
    {
        _random = random;
        _awkwardness = awkwardness;
        _api = random.Next(4) == 0 ? Pick(AwkwardText.PascalNames) : "Birds";
        _names = [.. Enumerable.Range(0, 5).Select(_ => Pick(AwkwardText.Names))];
        _types = [.. Enumerable.Range(0, 4).Select(_ => Pick(AwkwardText.PascalNames))];
    }

    /// <summary>A value that hardly fits anywhere.</summary>
    public JsonNode? Misfit() => _random.Next(6) switch
    {
        0 => null,
        1 => new JsonArray(Pick(AwkwardText.Texts)),
        2 => new JsonObject { [Name()] = Pick(AwkwardText.Texts) },
        3 => _random.Next(),
        _ => Pick(AwkwardText.Texts),
    };

    public int Number(int minimum, int maximum) => _random.NextDouble() < _awkwardness
        ? _random.Next()
        : Math.Min(maximum, minimum + (int)Math.Pow(10, _random.NextDouble() * 4) - 1);

    public string Name() => Pick(_names);

    /// <summary>A key of a mapping to whatever its author names.</summary>
    public string NameIn(string key) => key is "pools" or "hosts" || key.EndsWith("values", StringComparison.Ordinal)
        ? Pick(_types)
        : Name();

    public JsonNode Text(string key, ChosenSchema schema)
    {
        if (_random.NextDouble() < _awkwardness) return Pick(AwkwardText.Texts);
        return key switch
        {
            "api" or "of" => _api,
            "endpoint" => EndpointName(),
            "request" => Request(),
            "namespace" => string.Join('.', Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Pick(_types))),
            "host" => Pick(_types),
            _ when schema.Names.Contains("hostAddress") => Pick("https://birds.example", "http://localhost:8080/"),
            "see" => "https://birds.example/" + Pick("docs", "a?b=c&d#e", "<x>", "\"", "'"),
            _ when schema.Names.Contains("typeUse") => Pick(Pick(Scalars), Pick(_types)) + Pick(Suffixes),
            _ when schema.Names.Contains("typeName") => Pick(_types),
            _ when schema.Names.Contains("parameterName") => Name(),
            _ when schema.Names.Contains("duration") => $"{_random.Next(1, 60)}{Pick("s", "m", "h", "d")}",
            _ when schema.Names.Contains("address") => Pick("/token", "/a/b.json", "https://login.example/token", "//x"),
            _ when schema.Names.Contains("headerName") => Pick("x-left", "X-Rate-Limit-Remaining", "a`b", "1"),
            _ when schema.Examples.Count > 0 && _random.Next(4) > 0 =>
                schema.Examples[_random.Next(schema.Examples.Count)]!.DeepClone(),
            _ => Pick(AwkwardText.Texts),
        };
    }

    private string EndpointName()
    {
        var parts = Enumerable.Range(0, _random.Next(2, 4)).Select(_ => Pick(Name(), "flock", "show", "with_response"));
        return string.Join('/', parts) + Pick("", "", "", "_async", "_endpoint", "_with_response", "_failures");
    }

    private string Request() => Pick("GET", "POST", "PUT", "DELETE") + " /1/"
        + Pick("flock.json", $"{{{Name()}}}", $"{{{Name()}}}/x/{{{Name()}}}.json", "a;b=c,d", "(a)'*!$&+=:@~");

    private string Pick(params string[] options) => options[_random.Next(options.Length)];
}
