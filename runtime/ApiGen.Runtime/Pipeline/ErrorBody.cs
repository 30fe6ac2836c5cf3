using System.Text;
using System.Text.Json;
using ApiGen.CompilerServices;

namespace ApiGen.Pipeline;

/// <summary>Reads the code and message in the body of a failure, as far as there are any.</summary>
internal static class ErrorBody
{
    /// <summary>The longest line that is taken for a message, and not for some page.</summary>
    private const int LongestText = 256;

    /// <summary>What the body of an answer says of its failure; null if the answer is a success.</summary>
    public static ErrorWords? Read(EndpointDescriptor endpoint, bool hasStatusOfSuccess, ReadOnlySpan<byte> body)
    {
        bool isFailure = !hasStatusOfSuccess;
        JsonElement? root = null;
        foreach (ErrorShape shape in endpoint.ErrorShapes)
        {
            if (hasStatusOfSuccess)
            {
                if (shape.When?.HoldsIn(body) is not true) continue;
                isFailure = true;
            }

            root ??= Parse(body);
            if (WordsOf(shape, root.Value) is { } words) return words;
        }

        return isFailure ? default(ErrorWords) : null;
    }

    /// <summary>The body as JSON; what isn't JSON is a text if it is a short one, and else nothing.</summary>
    private static JsonElement Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonElement.Parse(body.StartsWith(Encoding.UTF8.Preamble) ? body[3..] : body);
        }
        catch (JsonException)
        {
            // Gateways answer with HTML or nothing; the body itself goes to the caller in any case.
            string text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, 4 * LongestText)]).Trim();
            bool isLine = text.Length is > 0 and <= LongestText && text[0] is not ('<' or '{' or '[')
                && !text.Any(char.IsControl);
            return isLine ? JsonElement.Parse($"\"{JsonEncodedText.Encode(text)}\"") : default;
        }
    }

    /// <summary>What a shape finds, or null if the body isn't laid out so.</summary>
    private static ErrorWords? WordsOf(ErrorShape shape, JsonElement root)
    {
        if (ErrorOf(shape, root) is not { } error) return null;
        if (shape.Text is { } place) return TextAt(error, place) is { } text ? new ErrorWords(text, text) : null;
        var words = new ErrorWords(TextAt(error, shape.Code), TextAt(error, shape.Message));
        return words == default ? null : words;
    }

    private static JsonElement? ErrorOf(ErrorShape shape, JsonElement root)
    {
        if (shape.List is null) return ValueAt(root, shape.In ?? ".");
        return ValueAt(root, shape.List) is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0
            ? list[0]
            : null;
    }

    private static JsonElement? ValueAt(JsonElement value, string path)
    {
        foreach (string name in JsonPropertyPath.Of(path).Names)
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value)) return null;
        }

        return value;
    }

    private static string? TextAt(JsonElement error, string? path)
    {
        if (path is null || ValueAt(error, path) is not { } value) return null;
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            // Bytes that aren't UTF-8, or half a surrogate pair.
            return null;
        }
    }
}
