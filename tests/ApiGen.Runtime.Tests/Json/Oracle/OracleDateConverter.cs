using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ApiGen.Runtime.Tests.Json.Oracle;

/// <summary>Reads Twitter's dates by .NET's own means.</summary>
internal sealed class OracleDateConverter : JsonConverter<DateTimeOffset>
{
    public const string Format = "ddd MMM dd HH:mm:ss zzz yyyy";

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string text = reader.GetString() ?? throw new JsonException();
        var english = CultureInfo.InvariantCulture;
        if (!DateTimeOffset.TryParseExact(text, Format, english, DateTimeStyles.None, out var value))
            throw new JsonException();
        // .NET takes names in any case and some parts in fewer digits; what it writes itself is the full form.
        string written = value.ToString(Format, english);
        int colon = written.IndexOf(':', "ddd MMM dd HH:mm:ss ".Length);
        string normal = text
            .Replace("-00:00", "+00:00", StringComparison.Ordinal)
            .Replace("-0000", "+0000", StringComparison.Ordinal);
        return normal == written || normal == written.Remove(colon, 1) ? value : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString("O", CultureInfo.InvariantCulture));
}
