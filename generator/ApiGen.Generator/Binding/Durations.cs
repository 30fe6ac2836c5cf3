using System.Globalization;

namespace ApiGen.Generator.Binding;

/// <summary>Reads and writes the durations of the language: a whole number and a unit, as <c>24h</c>.</summary>
internal static class Durations
{
    private const long Minute = 60;
    private const long Hour = 60 * Minute;
    private const long Day = 24 * Hour;
    private const long Longest = 366 * Day;

    /// <summary>The duration in seconds, or null if the text is none or longer than a year.</summary>
    public static long? Parse(string text)
    {
        long unit = text.Length < 2 ? 0 : text[text.Length - 1] switch
        {
            's' => 1,
            'm' => Minute,
            'h' => Hour,
            'd' => Day,
            _ => 0,
        };
        if (unit == 0) return null;
        string digits = text.Substring(0, text.Length - 1);
        bool isNumber = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        return isNumber && number > 0 && number * unit <= Longest ? number * unit : null;
    }

    /// <summary>The duration in its largest whole unit, as a person reads it: <c>24 h</c>.</summary>
    public static string Describe(long seconds) => seconds switch
    {
        // A day that APIs count by is called 24 h; only several are called days.
        _ when seconds % Day == 0 && seconds > Day => $"{seconds / Day} d",
        _ when seconds % Hour == 0 => $"{seconds / Hour} h",
        _ when seconds % Minute == 0 => $"{seconds / Minute} min",
        _ => $"{seconds} s",
    };
}
