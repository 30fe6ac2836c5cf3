using System.Globalization;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>Reads and writes the durations of the language: a whole number and a unit, as <c>24h</c>.</summary>
internal static class Durations
{
    private const long Minute = 60;
    private const long Hour = 60 * Minute;
    private const long Day = 24 * Hour;
    private const long Longest = 366 * Day;

    /// <summary>
    /// The value of a <c>window:</c> in seconds; null if it is absent, or is no duration, which is reported.
    /// </summary>
    public static long? Bind(YamlScalar? window, DiagnosticBag diagnostics)
    {
        if (window is null) return null;
        long? seconds = Parse(window.Value);
        if (seconds is null)
        {
            diagnostics.Report(
                DiagnosticDescriptors.WrongShape,
                window.Span,
                "window",
                "a duration such as 30s, 15m, 24h or 7d, up to 366d");
        }

        return seconds;
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

    /// <summary>The duration in seconds, or null if the text is none or longer than a year.</summary>
    private static long? Parse(string text)
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
}
