using System.Text.Json.Nodes;

namespace ApiGen.Generator.Tests.Hostile;

/// <summary>All that a schema asks of one value, with a choice made wherever it leaves one.</summary>
internal sealed class ChosenSchema
{
    private readonly JsonObject _definitions;
    private readonly Random _random;

    private ChosenSchema(JsonObject definitions, Random random)
    {
        _definitions = definitions;
        _random = random;
    }

    /// <summary>The names of the definitions that it refers to.</summary>
    public HashSet<string> Names { get; } = [];

    public Dictionary<string, List<JsonNode>> Properties { get; } = [];

    public HashSet<string> Required { get; } = [];

    public HashSet<string> Refused { get; } = [];

    public IReadOnlyList<string> Types { get; private set; } = [];

    public IReadOnlyList<JsonNode?>? Choices { get; private set; }

    public IReadOnlyList<JsonNode?> Examples { get; private set; } = [];

    public JsonNode? Items { get; private set; }

    public JsonNode? Others { get; private set; }

    public int FewestItems { get; private set; }

    public int Minimum { get; private set; }

    public int Maximum { get; private set; } = int.MaxValue;

    public static ChosenSchema Of(JsonObject definitions, IEnumerable<JsonNode> schemas, Random random)
    {
        var chosen = new ChosenSchema(definitions, random);
        foreach (JsonNode schema in schemas) chosen.Take(schema);
        return chosen;
    }

    private void Take(JsonNode? node)
    {
        if (node is not JsonObject schema) return;
        if (schema["$ref"] is { } reference)
        {
            string path = (string)reference!;
            string[] steps = path.TrimStart('#', '/').Split('/');
            Names.Add(steps[1]);
            Take(steps.Skip(1).Aggregate((JsonNode)_definitions, (parent, step) => parent[step]!));
            return;
        }

        foreach (JsonNode? part in schema["allOf"] as JsonArray ?? []) Take(part);
        foreach (string key in new[] { "anyOf", "oneOf" })
        {
            if (schema[key] is JsonArray options) Take(options[_random.Next(options.Count)]);
        }

        TakeCondition(schema);
        TakeMapping(schema);
        if (schema["type"] is JsonArray types) Types = [.. types.Select(type => (string)type!)];
        else if (schema["type"] is { } type) Types = [(string)type!];
        if (schema["const"] is { } constant) Choices = [constant];
        if (schema["enum"] is JsonArray all) Choices = Choices ?? [.. all];
        if (schema["examples"] is JsonArray examples) Examples = [.. examples];
        Items = schema["items"] ?? Items;
        FewestItems = (int?)schema["minItems"] ?? FewestItems;
        Minimum = (int?)schema["minimum"] ?? Minimum;
        Maximum = (int?)schema["maximum"] ?? Maximum;
    }

    private void TakeCondition(JsonObject schema)
    {
        if (schema["if"] is null) return;
        bool isMet = _random.Next(2) == 0;
        if (isMet) Take(schema["if"]);
        Take(isMet ? schema["then"] : schema["else"]);
    }

    private void TakeMapping(JsonObject schema)
    {
        foreach (JsonNode? name in schema["required"] as JsonArray ?? []) Required.Add((string)name!);
        foreach ((string name, JsonNode? property) in schema["properties"] as JsonObject ?? [])
        {
            if (property is not JsonObject) Refused.Add(name);
            else if (Properties.TryGetValue(name, out List<JsonNode>? parts)) parts.Add(property);
            else Properties.Add(name, [property]);
        }

        if (schema["additionalProperties"] is JsonObject others) Others = others;
        foreach ((string name, JsonNode? needed) in schema["dependencies"] as JsonObject ?? [])
        {
            if (Required.Contains(name)) Required.UnionWith((needed as JsonArray ?? []).Select(each => (string)each!));
        }
    }
}
