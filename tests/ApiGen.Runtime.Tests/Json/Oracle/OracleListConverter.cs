using System.Text.Json;
using System.Text.Json.Serialization;

namespace ApiGen.Runtime.Tests.Json.Oracle;

/// <summary>Reads a list that has no nulls, which annotations alone don't make System.Text.Json see to.</summary>
internal sealed class OracleListConverter<T> : JsonConverter<IReadOnlyList<T>>
    where T : class
{
    public override IReadOnlyList<T>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        T[]? list = JsonSerializer.Deserialize<T[]>(ref reader, options);
        return list?.Contains(null) == true ? throw new JsonException() : list;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.ToArray(), options);
}
