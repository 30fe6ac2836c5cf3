namespace ApiGen.CompilerServices;

/// <summary>Where in a date of one width each of its parts stands.</summary>
internal sealed class JsonDateLayout
{
    private const int Absent = -1;

    private readonly int[] _starts = new int[Enum.GetValues<JsonDateField>().Length];
    private readonly (int Start, byte Literal)[] _literals;
    private readonly bool _hasColon;

    /// <summary>Lays parts out one behind the other.</summary>
    /// <param name="parts">The parts: year, month and day at least.</param>
    /// <param name="hasColon">Whether there is a colon between the hours and minutes of an offset.</param>
    public JsonDateLayout(IEnumerable<JsonDatePart> parts, bool hasColon)
    {
        _hasColon = hasColon;
        Array.Fill(_starts, Absent);
        var literals = new List<(int Start, byte Literal)>();
        foreach (JsonDatePart part in parts)
        {
            if (part.Field == JsonDateField.Literal)
                literals.Add((Width, part.Literal));
            else
                _starts[(int)part.Field] = Width;
            Width += part.Field switch
            {
                JsonDateField.Literal => 1,
                JsonDateField.Year => 4,
                JsonDateField.MonthName or JsonDateField.Weekday => 3,
                JsonDateField.Offset => hasColon ? 6 : 5,
                _ => 2,
            };
        }
        _literals = [.. literals];
    }

    /// <summary>The bytes that a date has.</summary>
    public int Width { get; }

    /// <summary>Reads a date of the right width.</summary>
    /// <param name="text">The date, in UTF-8.</param>
    /// <param name="local">The date and time of day where it was written.</param>
    /// <param name="offset">The minutes that place is east of UTC; 0 if the date doesn't say.</param>
    public bool TryRead(ReadOnlySpan<byte> text, out DateTime local, out int offset)
    {
        offset = 0;
        if (!TryReadLocal(text, out local))
            return false;
        foreach ((int start, byte literal) in _literals)
        {
            if (text[start] != literal)
                return false;
        }
        int weekday = Start(JsonDateField.Weekday);
        if (weekday != Absent && JsonDateText.Weekday(text, weekday) != local.DayOfWeek)
            return false;
        int sign = Start(JsonDateField.Offset);
        return sign == Absent || JsonDateText.TryOffset(text[sign..], _hasColon, out offset);
    }

    private bool TryReadLocal(ReadOnlySpan<byte> text, out DateTime local)
    {
        int year = JsonDateText.FourDigits(text, Start(JsonDateField.Year));
        int name = Start(JsonDateField.MonthName);
        int month = name == Absent ? TwoDigits(text, JsonDateField.Month) : JsonDateText.Month(text, name);
        int day = TwoDigits(text, JsonDateField.Day);
        int hour = TwoDigits(text, JsonDateField.Hour);
        int minute = TwoDigits(text, JsonDateField.Minute);
        int second = TwoDigits(text, JsonDateField.Second);
        local = default;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }
        local = new DateTime(year, month, day, hour, minute, second);
        return true;
    }

    private int TwoDigits(ReadOnlySpan<byte> text, JsonDateField field) =>
        Start(field) == Absent ? 0 : JsonDateText.TwoDigits(text, Start(field));

    private int Start(JsonDateField field) => _starts[(int)field];
}
