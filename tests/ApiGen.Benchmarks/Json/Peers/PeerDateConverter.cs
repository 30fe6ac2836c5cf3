using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ApiGen.Benchmarks.Json.Peers;

/// <summary>Reads Twitter's dates as it is usually done with System.Text.Json.</summary>
internal sealed class PeerDateConverter : JsonConverter<DateTimeOffset>
{
    public const string Format = "ddd MMM dd HH:mm:ss zzz yyyy";

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTimeOffset.ParseExact(reader.GetString()!, Format, CultureInfo.InvariantCulture);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(Format, CultureInfo.InvariantCulture));
}
