using System.Text.Json;

namespace ApiGen.CompilerServices;

/// <summary>Writes values where they stand in lists and maps.</summary>
public sealed partial class JsonOutput
{
    /// <summary>Writes a text.</summary>
    /// <param name="value">The text.</param>
    /// <exception cref="ArgumentException">It is null.</exception>
    public void Write(string value) => _json.WriteStringValue(value ?? throw NullItem());

    /// <summary>Writes true or false.</summary>
    /// <param name="value">The value.</param>
    public void Write(bool value) => _json.WriteBooleanValue(value);

    /// <summary>Writes a whole number.</summary>
    /// <param name="value">The number.</param>
    public void Write(long value) => _json.WriteNumberValue(value);

    /// <summary>Writes a number in the shortest form that reads back as the same.</summary>
    /// <param name="value">The number.</param>
    /// <exception cref="ArgumentException">It is not a number or infinite.</exception>
    public void Write(double value) =>
        _json.WriteNumberValue(double.IsFinite(value) ? value : throw Unwritable("A number in it isn't finite."));

    /// <summary>Writes a decimal number.</summary>
    /// <param name="value">The number.</param>
    public void Write(decimal value) => _json.WriteNumberValue(value);

    /// <summary>Writes a time in UTC.</summary>
    /// <param name="value">The time.</param>
    /// <param name="dates">How it is written; null for RFC 3339.</param>
    public void Write(DateTimeOffset value, JsonDates? dates)
    {
        dates ??= JsonDates.OfTheInternet;
        string text = dates.Write(value.UtcDateTime);
        if (dates.IsNumber) _json.WriteRawValue(text, skipInputValidation: true);
        else _json.WriteStringValue(text);
    }

    /// <summary>Writes a date without a time of day.</summary>
    /// <param name="value">The date.</param>
    /// <param name="dates">How the API writes it; null for <c>2013-12-14</c>.</param>
    public void Write(DateOnly value, JsonDates? dates) =>
        _json.WriteStringValue((dates ?? JsonDates.OfDays).Write(value.ToDateTime(default)));

    /// <summary>Writes a value of an enumeration.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">It holds no text.</exception>
    public void WriteValue<T>(T value)
        where T : struct, IEnumerationValue =>
        _json.WriteStringValue(value.Value ?? throw Unwritable("A value in it is no text."));

    /// <summary>Writes any JSON.</summary>
    /// <param name="value">The JSON.</param>
    /// <exception cref="ArgumentException">There is none: it is the default of its type.</exception>
    public void Write(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined) throw Unwritable("A JSON value in it is undefined.");
        value.WriteTo(_json);
    }

    /// <summary>Writes a list.</summary>
    /// <typeparam name="T">The type of its items.</typeparam>
    /// <param name="items">The list.</param>
    /// <param name="write">Writes an item.</param>
    /// <exception cref="ArgumentException">The list or one of its items is null, or nested too deep.</exception>
    public void WriteList<T>(IReadOnlyList<T> items, JsonWriter<T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        CheckDepth();
        _json.WriteStartArray();
        foreach (T item in items ?? throw NullItem()) write(this, item ?? throw NullItem());
        _json.WriteEndArray();
    }

    /// <summary>Writes an object with any property names.</summary>
    /// <typeparam name="T">The type of its values.</typeparam>
    /// <param name="items">The names and values.</param>
    /// <param name="write">Writes a value.</param>
    /// <exception cref="ArgumentException">The map or one of its values is null, or nested too deep.</exception>
    public void WriteMap<T>(IReadOnlyDictionary<string, T> items, JsonWriter<T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        BeginObject();
        foreach ((string name, T item) in items ?? throw NullItem())
        {
            _json.WritePropertyName(name);
            write(this, item ?? throw NullItem());
        }

        EndObject();
    }

    private ArgumentException NullItem() => Unwritable("A list or map in it has an item that is null.");
}
