namespace ApiGen.CompilerServices;

/// <summary>Reads the parts of dates.</summary>
internal static class JsonDateText
{
    private const int MaxOffset = 14 * 60;

    // Beyond the range of every part, and still when taken a hundred times.
    private const int NoNumber = 1_000_000;

    private static ReadOnlySpan<int> MonthNames =>
    [
        'J' << 16 | 'a' << 8 | 'n', 'F' << 16 | 'e' << 8 | 'b', 'M' << 16 | 'a' << 8 | 'r', 'A' << 16 | 'p' << 8 | 'r',
        'M' << 16 | 'a' << 8 | 'y', 'J' << 16 | 'u' << 8 | 'n', 'J' << 16 | 'u' << 8 | 'l', 'A' << 16 | 'u' << 8 | 'g',
        'S' << 16 | 'e' << 8 | 'p', 'O' << 16 | 'c' << 8 | 't', 'N' << 16 | 'o' << 8 | 'v', 'D' << 16 | 'e' << 8 | 'c',
    ];

    private static ReadOnlySpan<int> WeekdayNames =>
    [
        'S' << 16 | 'u' << 8 | 'n', 'M' << 16 | 'o' << 8 | 'n', 'T' << 16 | 'u' << 8 | 'e', 'W' << 16 | 'e' << 8 | 'd',
        'T' << 16 | 'h' << 8 | 'u', 'F' << 16 | 'r' << 8 | 'i', 'S' << 16 | 'a' << 8 | 't',
    ];

    /// <summary>The number of two digits at a place, or one beyond every range.</summary>
    public static int TwoDigits(ReadOnlySpan<byte> text, int start)
    {
        uint tens = (uint)text[start] - '0';
        uint ones = (uint)text[start + 1] - '0';
        return tens > 9 || ones > 9 ? NoNumber : (int)(tens * 10 + ones);
    }

    /// <summary>The number of four digits at a place, or one beyond every range.</summary>
    public static int FourDigits(ReadOnlySpan<byte> text, int start) =>
        TwoDigits(text, start) * 100 + TwoDigits(text, start + 2);

    /// <summary>The month, from 1, whose English name begins at a place; 0 if none does.</summary>
    public static int Month(ReadOnlySpan<byte> text, int start) => MonthNames.IndexOf(ThreeLetters(text, start)) + 1;

    /// <summary>The weekday whose English name begins at a place; none of the seven if none does.</summary>
    public static DayOfWeek Weekday(ReadOnlySpan<byte> text, int start) =>
        (DayOfWeek)WeekdayNames.IndexOf(ThreeLetters(text, start));

    /// <summary>Reads the <c>±hhmm</c> or <c>±hh:mm</c> that a text begins with.</summary>
    /// <param name="text">The text, long enough.</param>
    /// <param name="hasColon">Whether there is a colon between hours and minutes.</param>
    /// <param name="offset">The minutes east of UTC, at most those of 14 hours, which is all that .NET knows.</param>
    public static bool TryOffset(ReadOnlySpan<byte> text, bool hasColon, out int offset)
    {
        int hours = TwoDigits(text, 1);
        int minutes = TwoDigits(text, hasColon ? 4 : 3);
        offset = hours * 60 + minutes;
        if (minutes > 59 || offset > MaxOffset || (hasColon && text[3] != ':'))
            return false;
        if (text[0] == '-')
            offset = -offset;
        return text[0] is (byte)'+' or (byte)'-';
    }

    private static int ThreeLetters(ReadOnlySpan<byte> text, int start) =>
        text[start] << 16 | text[start + 1] << 8 | text[start + 2];
}
