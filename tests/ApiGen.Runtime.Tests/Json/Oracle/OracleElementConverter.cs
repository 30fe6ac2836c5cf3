using System.Text.Json;
using System.Text.Json.Serialization;

namespace ApiGen.Runtime.Tests.Json.Oracle;

/// <summary>
/// Reads a free-form value if it is UTF-8, and writes it as its text, so that two are equal only if they stand alike.
/// </summary>
internal sealed class OracleElementConverter : JsonConverter<JsonElement>
{
    public override JsonElement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Check(JsonElement.ParseValue(ref reader));

    public override void Write(Utf8JsonWriter writer, JsonElement value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.GetRawText());

    private static JsonElement Check(JsonElement value)
    {
        // Throws at bytes that aren't UTF-8.
        _ = value.GetRawText();
        return value;
    }
}
