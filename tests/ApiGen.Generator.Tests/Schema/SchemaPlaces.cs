using System.Text.Json.Nodes;

namespace ApiGen.Generator.Tests.Schema;

/// <summary>Finds what the schema says of a place in a document, whatever the conditions.</summary>
internal static class SchemaPlaces
{
    private static readonly JsonNode Root = JsonNode.Parse(SpecSchema.Text)!;

    /// <summary>The keys that a mapping at a place may have, and their schemas.</summary>
    public static ILookup<string, JsonObject> KeysAt(string place)
    {
        string[] steps = place.Split('/');
        IEnumerable<JsonObject> schemas = steps.Skip(1).Aggregate(
            Alternatives((JsonObject)Root["definitions"]![steps[0]]!),
            (before, step) => before.SelectMany(schema => Step(schema, step)).SelectMany(Alternatives));
        return schemas
            .SelectMany(schema => schema["properties"] as JsonObject ?? [])
            .Where(pair => pair.Value is JsonObject)
            .ToLookup(pair => pair.Key, pair => (JsonObject)pair.Value!);
    }

    /// <summary>Whether an editor has something to show for a key.</summary>
    public static bool IsExplained(JsonObject schema) => Alternatives(schema)
        .Any(each => (string?)each["description"] is { Length: > 0 });

    private static IEnumerable<JsonObject> Step(JsonObject schema, string step) => step switch
    {
        "*" => Objects(schema["additionalProperties"]),
        "#" => Objects(schema["items"]),
        _ => Objects(schema["properties"]?[step]),
    };

    /// <summary>A schema, and all that it refers to or is composed of.</summary>
    private static IEnumerable<JsonObject> Alternatives(JsonObject schema)
    {
        IEnumerable<JsonObject> parts = new[] { "allOf", "anyOf", "oneOf" }
            .SelectMany(key => schema[key] as JsonArray ?? [])
            .Concat([schema["then"], schema["else"], Referred(schema)])
            .SelectMany(Objects);
        return parts.SelectMany(Alternatives).Prepend(schema);
    }

    private static JsonNode? Referred(JsonObject schema) => ((string?)schema["$ref"])?
        .TrimStart('#', '/')
        .Split('/')
        .Aggregate(Root, (node, key) => node[key]!);

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node is JsonObject found ? [found] : [];
}
