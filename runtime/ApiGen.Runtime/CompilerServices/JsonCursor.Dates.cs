namespace ApiGen.CompilerServices;

public ref partial struct JsonCursor
{
    /// <summary>Reads a date in a string.</summary>
    /// <param name="dates">How the API writes dates.</param>
    public DateTimeOffset ReadDateTime(JsonDates dates)
    {
        ArgumentNullException.ThrowIfNull(dates);
        if (Peek() != '"')
            FailHere("a date");
        int offset = _position;
        ReadOnlySpan<byte> content = ReadContent(out int saved);
        if (saved > 0)
            content = Unescape(content, saved, offset);
        if (!dates.TryRead(content, out DateTimeOffset value))
            Fail(offset, $"a string that is no date in the form {dates.Format}");
        return value;
    }

    /// <summary>Reads a date in a string, or <c>null</c>.</summary>
    /// <param name="dates">How the API writes dates.</param>
    public DateTimeOffset? ReadDateTimeOrNull(JsonDates dates) => ReadNull() ? null : ReadDateTime(dates);
}
