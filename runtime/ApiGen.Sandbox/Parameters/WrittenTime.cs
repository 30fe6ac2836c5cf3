using System.Globalization;
using System.Text;

namespace ApiGen.Sandbox.Parameters;

/// <summary>
/// Reads dates and times by .NET's own means, so that an error in how the client writes them is seen.
/// </summary>
internal static class WrittenTime
{
    private static readonly string[] Internet =
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    /// <summary>Whether a text is a date as a spec's format says; null is RFC 3339.</summary>
    public static bool IsDate(string text, string? format)
    {
        string pattern = format is null ? "yyyy-MM-dd" : Patterned(format);
        return DateOnly.TryParseExact(text, pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }

    /// <summary>Whether a text is a time as a spec's format says; null is RFC 3339.</summary>
    public static bool IsTime(string text, string? format) => format switch
    {
        "epoch" => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long seconds)
            && seconds >= DateTimeOffset.MinValue.ToUnixTimeSeconds()
            && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds(),
        "epoch-ms" => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long count)
            && count >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds()
            && count <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds(),
        null => IsTime(text, Internet),
        _ => IsTime(text, [Patterned(format)]),
    };

    /// <summary>The moment that a text of this format is, a date's being its first.</summary>
    public static DateTimeOffset Read(string text, string? format) => format switch
    {
        "epoch" => DateTimeOffset.FromUnixTimeSeconds(long.Parse(text, CultureInfo.InvariantCulture)),
        "epoch-ms" => DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(text, CultureInfo.InvariantCulture)),
        _ => DateTimeOffset.ParseExact(
            text,
            format is null ? [.. Internet, "yyyy-MM-dd"] : [Patterned(format)],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal),
    };

    private static bool IsTime(string text, string[] patterns) => DateTimeOffset.TryParseExact(
        text, patterns, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    /// <summary>A spec's pattern as .NET reads it, for which more signs than letters have a meaning.</summary>
    private static string Patterned(string format)
    {
        StringBuilder pattern = new();
        bool isQuoted = false;
        foreach (char each in format)
        {
            if (each == '\'') isQuoted = !isQuoted;
            bool isPart = char.IsAsciiLetter(each) && each is not ('T' or 'Z');
            pattern.Append(isQuoted || isPart || each == '\'' ? "" : "\\").Append(each);
        }

        return pattern.ToString();
    }
}
