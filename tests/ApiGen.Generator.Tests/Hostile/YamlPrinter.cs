using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ApiGen.Generator.Tests.Hostile;

/// <summary>Writes values as YAML, in whichever of its styles.</summary>
internal static partial class YamlPrinter
{
    /// <summary>A document that ends with a line feed.</summary>
    public static string Print(JsonNode? value, Random random)
    {
        var text = new StringBuilder();
        if (value is JsonObject { Count: > 0 } map) AppendBlock(text, map, "", random);
        else AppendFlow(text, value, random);
        if (text.Length == 0 || text[^1] != '\n') text.Append('\n');
        return text.ToString();
    }

    private static void AppendBlock(StringBuilder text, JsonObject map, string indent, Random random)
    {
        foreach ((string key, JsonNode? value) in map)
        {
            text.Append(indent);
            AppendText(text, key, random);
            text.Append(':');
            AppendBlockValue(text, value, indent, random);
        }
    }

    private static void AppendBlockValue(StringBuilder text, JsonNode? value, string indent, Random random)
    {
        switch (value)
        {
            case JsonObject { Count: > 0 } map when random.Next(2) == 0:
                text.Append('\n');
                AppendBlock(text, map, indent + "  ", random);
                break;
            case JsonArray { Count: > 0 } list when random.Next(2) == 0:
                text.Append('\n');
                foreach (JsonNode? item in list)
                {
                    text.Append(indent).Append("  - ");
                    AppendFlow(text, item, random);
                    text.Append('\n');
                }

                break;
            default:
                text.Append(' ');
                AppendFlow(text, value, random);
                text.Append(random.Next(8) == 0 ? " # a comment\n" : "\n");
                break;
        }
    }

    private static void AppendFlow(StringBuilder text, JsonNode? value, Random random)
    {
        switch (value)
        {
            case JsonObject map:
                text.Append("{ ");
                foreach ((string key, JsonNode? item) in map)
                {
                    AppendText(text, key, random);
                    text.Append(": ");
                    AppendFlow(text, item, random);
                    text.Append(", ");
                }

                text.Append('}');
                break;
            case JsonArray list:
                text.Append('[');
                foreach (JsonNode? item in list)
                {
                    AppendFlow(text, item, random);
                    text.Append(", ");
                }

                text.Append(']');
                break;
            case JsonValue scalar when scalar.TryGetValue(out string? word):
                AppendText(text, word, random);
                break;
            default:
                text.Append(value?.ToJsonString() ?? "null");
                break;
        }
    }

    private static void AppendText(StringBuilder text, string value, Random random)
    {
        if (Plain().IsMatch(value) && random.Next(4) > 0) text.Append(value);
        else if (Printable().IsMatch(value) && random.Next(2) == 0)
            text.Append('\'').Append(value.Replace("'", "''", StringComparison.Ordinal)).Append('\'');
        else AppendQuoted(text, value);
    }

    private static void AppendQuoted(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (Rune rune in value.EnumerateRunes())
        {
            if (rune.Value is '"' or '\\') text.Append('\\').Append(rune);
            else if (rune.Value is >= ' ' and <= '~') text.Append(rune);
            else text.Append("\\U").Append(rune.Value.ToString("X8", CultureInfo.InvariantCulture));
        }

        text.Append('"');
    }

    [GeneratedRegex(@"^[A-Za-z0-9/._]([A-Za-z0-9/._ ()*!$&+=;'~-]*[A-Za-z0-9/._])?\z")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^[ -~\u00A0-\uD7FF]{0,900}\z")]
    private static partial Regex Printable();
}
