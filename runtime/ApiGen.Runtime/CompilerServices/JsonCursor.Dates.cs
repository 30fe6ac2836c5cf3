namespace ApiGen.CompilerServices;

public ref partial struct JsonCursor
{
    /// <summary>Reads a time: a date in a string, or a number where the API counts from 1970.</summary>
    /// <param name="dates">How the API writes dates.</param>
    public DateTimeOffset ReadDateTime(JsonDates dates)
    {
        ArgumentNullException.ThrowIfNull(dates);
        return dates.IsNumber ? ReadCountedTime(dates) : ReadWrittenTime(dates);
    }

    /// <summary>Reads a time, or <c>null</c>.</summary>
    /// <param name="dates">How the API writes dates.</param>
    public DateTimeOffset? ReadDateTimeOrNull(JsonDates dates) => ReadNull() ? null : ReadDateTime(dates);

    /// <summary>Reads a date without a time of day, in a string.</summary>
    /// <param name="dates">How the API writes it; null for <c>2013-12-14</c>.</param>
    public DateOnly ReadDate(JsonDates? dates = null) =>
        DateOnly.FromDateTime(ReadWrittenTime(dates ?? JsonDates.OfDays).DateTime);

    /// <summary>Reads a date without a time of day, or <c>null</c>.</summary>
    /// <param name="dates">How the API writes it; null for <c>2013-12-14</c>.</param>
    public DateOnly? ReadDateOrNull(JsonDates? dates = null) => ReadNull() ? null : ReadDate(dates);

    private DateTimeOffset ReadCountedTime(JsonDates dates)
    {
        Peek();
        int offset = _position;
        decimal number = ReadDecimal("epoch time");
        if (!dates.TryRead(number, out DateTimeOffset value))
            Fail(offset, $"a number that is no time in the form {dates.Format}");
        return value;
    }

    private DateTimeOffset ReadWrittenTime(JsonDates dates)
    {
        if (Peek() != '"')
            FailHere("a date");
        int offset = _position;
        ReadOnlySpan<byte> content = ReadUtf8();
        if (!dates.TryRead(content, out DateTimeOffset value))
            Fail(offset, $"a string that is no date in the form {dates.Format}");
        return value;
    }
}
