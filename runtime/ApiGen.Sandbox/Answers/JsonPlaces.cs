using System.Globalization;
using System.Text.Json.Nodes;

namespace ApiGen.Sandbox.Answers;

/// <summary>Finds and fills places in a JSON value that a spec writes as names of properties with dots between.</summary>
internal static class JsonPlaces
{
    /// <summary>The value at a place, or null if there is none.</summary>
    public static JsonNode? At(JsonNode? root, string place)
    {
        foreach (string name in NamesOf(place)) root = (root as JsonObject)?[name];
        return root;
    }

    /// <summary>Puts a value at a place, with the objects around it that aren't there yet.</summary>
    /// <returns>The body with the value in it: the value itself, if that is its place.</returns>
    public static JsonNode? Put(JsonNode? root, string place, JsonNode? value)
    {
        string[] names = NamesOf(place);
        if (names.Length == 0) return value;
        JsonObject body = root as JsonObject ?? [];
        JsonObject owner = body;
        foreach (string name in names[..^1])
        {
            if (owner[name] is not JsonObject inner) owner[name] = inner = [];
            owner = inner;
        }

        owner[names[^1]] = value;
        return body;
    }

    /// <summary>A value as JSON: a number or a word of JSON where the text is one, and else a string.</summary>
    public static JsonNode ValueOf(string text)
    {
        if (text is "true" or "false") return JsonValue.Create(text == "true");
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
            ? JsonValue.Create(number)
            : JsonValue.Create(text);
    }

    private static string[] NamesOf(string place) => place == "." ? [] : place.Split('.');
}
