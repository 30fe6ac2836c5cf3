using System.Text.Json.Nodes;
using ApiGen.Generator.Tests.Schema;

namespace ApiGen.Generator.Tests.Hostile;

/// <summary>
/// Makes documents up by <c>specs/apigen.schema.json</c>, so that they know every key of the language: mostly sound
/// ones, with awkward texts and mistakes here and there.
/// </summary>
internal sealed class SpecGrammar
{
    private static readonly JsonObject Definitions = (JsonObject)JsonNode.Parse(SpecSchema.Text)!["definitions"]!;

    private readonly Random _random;
    private readonly double _awkwardness;
    private readonly double _fullness;
    private readonly SpecValues _values;

    public SpecGrammar(Random random)
    {
        _random = random;
        _awkwardness = random.Next(3) switch { 0 => 0, 1 => 0.01, _ => 0.1 };
        _fullness = random.NextDouble();
        _values = new SpecValues(random, _awkwardness);
    }

    /// <summary>Some files of one API, or of what one might take for one.</summary>
    public IReadOnlyList<string> Files()
    {
        var files = new List<List<string>> { new() };
        string[] kinds = ["api", .. Enumerable.Range(0, _random.Next(1, 6)).Select(_ => Pick("endpoint", "type"))];
        foreach (string kind in kinds)
        {
            if (_random.Next(4) == 0) files.Add([]);
            files[_random.Next(files.Count)].Add(YamlPrinter.Print(Value(kind, [Definitions[kind]!]), _random));
        }

        return [.. files.Select(documents => string.Join("---\n", documents))];
    }

    private JsonNode? Value(string key, IEnumerable<JsonNode> schemas)
    {
        if (_random.NextDouble() < _awkwardness / 4) return _values.Misfit();
        var schema = ChosenSchema.Of(Definitions, schemas, _random);
        if (schema.Choices is { } choices) return choices[_random.Next(choices.Count)]?.DeepClone();
        string type = schema.Types.Count == 0 ? "object" : schema.Types[_random.Next(schema.Types.Count)];
        return type switch
        {
            "object" => Mapping(key, schema),
            "array" => List(key, schema),
            "integer" => _values.Number(schema.Minimum, schema.Maximum),
            "boolean" when schema.Types.Count == 1 => _random.Next(2) == 0,
            _ => _values.Text(key, schema),
        };
    }

    private JsonObject Mapping(string key, ChosenSchema schema)
    {
        var map = new JsonObject();
        foreach ((string name, List<JsonNode> parts) in schema.Properties)
        {
            bool isWanted = schema.Required.Contains(name)
                ? _random.NextDouble() >= _awkwardness / 8
                : _random.NextDouble() < _fullness;
            if (isWanted && !schema.Refused.Contains(name)) map[name] = Value(name, parts);
        }

        if (_random.NextDouble() < _awkwardness / 4) map[_values.Name()] = _values.Misfit();
        if (schema.Others is not { } others) return map;
        for (int i = _random.Next(5); i > 0; i--)
            map[_values.NameIn(key)] = Value(key + "/*", [others]);

        return map;
    }

    private JsonArray List(string key, ChosenSchema schema)
    {
        var list = new JsonArray();
        for (int i = schema.FewestItems + _random.Next(3); i > 0; i--)
            list.Add(schema.Items is { } items ? Value(key, [items]) : _values.Misfit());

        return list;
    }

    private string Pick(params string[] options) => options[_random.Next(options.Length)];
}
