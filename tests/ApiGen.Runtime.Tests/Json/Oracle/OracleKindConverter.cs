using System.Text.Json;
using System.Text.Json.Serialization;

namespace ApiGen.Runtime.Tests.Json.Oracle;

/// <summary>Reads an enumeration as the text that it is.</summary>
internal sealed class OracleKindConverter : JsonConverter<OracleKind>
{
    public override OracleKind Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException());

    public override void Write(Utf8JsonWriter writer, OracleKind value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
