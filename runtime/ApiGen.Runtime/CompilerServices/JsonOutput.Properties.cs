using System.Text.Json;

namespace ApiGen.CompilerServices;

/// <summary>Adds properties to the object that was begun last.</summary>
public sealed partial class JsonOutput
{
    /// <summary>Adds a text, or nothing.</summary>
    /// <param name="name">The property's name.</param>
    /// <param name="value">The text, or null to leave it out.</param>
    public void Add(string name, string? value)
    {
        if (value is not null) _json.WriteString(name, value);
    }

    /// <summary>Adds true or false, or nothing.</summary>
    /// <param name="name">The property's name.</param>
    /// <param name="value">The value, or null to leave it out.</param>
    public void Add(string name, bool? value)
    {
        if (value is { } flag) _json.WriteBoolean(name, flag);
    }

    /// <summary>Adds a whole number, or nothing.</summary>
    /// <param name="name">The property's name.</param>
    /// <param name="value">The number, or null to leave it out.</param>
    public void Add(string name, long? value)
    {
        if (value is { } number) _json.WriteNumber(name, number);
    }

    /// <summary>Adds a number in the shortest form that reads back as the same, or nothing.</summary>
    /// <param name="name">The property's name.</param>
    /// <param name="value">The number, or null to leave it out.</param>
    /// <exception cref="ArgumentException">It is not a number or infinite.</exception>
    public void Add(string name, double? value)
    {
        if (value is not { } number) return;
        _json.WritePropertyName(name);
        Write(number);
    }

    /// <summary>Adds a decimal number, or nothing.</summary>
    /// <param name="name">The property's name.</param>
    /// <param name="value">The number, or null to leave it out.</param>
    public void Add(string name, decimal? value)
    {
        if (value is { } number) _json.WriteNumber(name, number);
    }

    /// <summary>Adds a time in UTC, or nothing.</summary>
    /// <param name="name">The property's name.</param>
    /// <param name="value">The time, or null to leave it out.</param>
    /// <param name="dates">How it is written; null for RFC 3339.</param>
    public void Add(string name, DateTimeOffset? value, JsonDates? dates)
    {
        if (value is not { } time) return;
        _json.WritePropertyName(name);
        Write(time, dates);
    }

    /// <summary>Adds a date without a time of day, or nothing.</summary>
    /// <param name="name">The property's name.</param>
    /// <param name="value">The date, or null to leave it out.</param>
    /// <param name="dates">How the API writes it; null for <c>2013-12-14</c>.</param>
    public void Add(string name, DateOnly? value, JsonDates? dates)
    {
        if (value is not { } date) return;
        _json.WritePropertyName(name);
        Write(date, dates);
    }

    /// <summary>Adds a value of an enumeration, or nothing.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="name">The property's name.</param>
    /// <param name="value">The value, or null to leave it out.</param>
    /// <exception cref="ArgumentException">It holds no text.</exception>
    public void AddValue<T>(string name, T? value)
        where T : struct, IEnumerationValue
    {
        if (value is not { } choice) return;
        _json.WritePropertyName(name);
        WriteValue(choice);
    }

    /// <summary>Adds any JSON, or nothing.</summary>
    /// <param name="name">The property's name.</param>
    /// <param name="value">The JSON, or null to leave it out.</param>
    /// <exception cref="ArgumentException">There is none: it is the default of its type.</exception>
    public void Add(string name, JsonElement? value)
    {
        if (value is not { } json) return;
        _json.WritePropertyName(name);
        Write(json);
    }

    /// <summary>Adds an object, a list or a map, or nothing.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="name">The property's name.</param>
    /// <param name="value">The value, or null to leave it out.</param>
    /// <param name="write">Writes it.</param>
    /// <exception cref="ArgumentException">An item of a list in it is null, or it is nested too deep.</exception>
    public void Add<T>(string name, T? value, JsonWriter<T> write)
        where T : class
    {
        if (value is null) return;
        ArgumentNullException.ThrowIfNull(write);
        _json.WritePropertyName(name);
        write(this, value);
    }
}
