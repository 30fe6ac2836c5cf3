using System.Text.Json;
using System.Text.Json.Serialization;

namespace ApiGen.Runtime.Tests.Json.Oracle;

/// <summary>Reads seconds since 1970 by .NET's own means.</summary>
internal sealed class OracleEpochConverter : JsonConverter<DateTimeOffset>
{
    private static readonly JsonSerializerOptions Numbers = new()
    {
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
    };

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        decimal seconds = JsonSerializer.Deserialize<decimal>(ref reader, Numbers);
        try
        {
            long ticks = decimal.ToInt64(decimal.Floor(seconds * TimeSpan.TicksPerSecond));
            return DateTimeOffset.UnixEpoch.AddTicks(ticks);
        }
        catch (Exception exception) when (exception is OverflowException or ArgumentOutOfRangeException)
        {
            throw new JsonException(null, exception);
        }
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.UtcTicks);
}
