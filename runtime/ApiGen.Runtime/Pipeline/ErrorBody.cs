using System.Text.Json;
using ApiGen.CompilerServices;

namespace ApiGen.Pipeline;

/// <summary>Reads the code and message in the body of a failure, as far as there are any.</summary>
internal static class ErrorBody
{
    public static (string? Code, string? Message) Read(ErrorShape shape, ReadOnlySpan<byte> body)
    {
        if (shape == ErrorShape.None) return default;
        try
        {
            var reader = new Utf8JsonReader(body);
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            return FindFirst(document.RootElement, shape.List) is not { } error
                ? default
                : (TextOf(error, shape.Code), TextOf(error, shape.Message));
        }
        catch (JsonException)
        {
            // Gateways answer with HTML or nothing; the body itself goes to the caller in any case.
            return default;
        }
    }

    private static JsonElement? FindFirst(JsonElement root, string list)
    {
        bool hasList = root.ValueKind == JsonValueKind.Object && root.TryGetProperty(list, out root)
            && root.ValueKind == JsonValueKind.Array && root.GetArrayLength() > 0;
        return hasList && root[0].ValueKind == JsonValueKind.Object ? root[0] : null;
    }

    private static string? TextOf(JsonElement error, string property) =>
        !error.TryGetProperty(property, out JsonElement value) ? null : value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
}
