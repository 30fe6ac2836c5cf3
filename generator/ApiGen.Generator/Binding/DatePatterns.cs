using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace ApiGen.Generator.Binding;

/// <summary>Checks how a spec says its dates are written, by the same rules by which the runtime compiles it.</summary>
internal static class DatePatterns
{
    /// <summary>Not a pattern, but the way of RFC 3339.</summary>
    public const string Internet = "iso8601";

    private const string Expected =
        "iso8601, epoch, epoch-ms, or a pattern of ddd, dd, MMM or MM, yyyy, HH, mm, ss, zzz, text in single quotes and signs, each " +
        "part at most once, as ddd MMM dd HH:mm:ss zzz yyyy";

    private const string ExpectedOfDay =
        "iso8601 or a pattern of ddd, dd, MMM or MM, yyyy, text in single quotes and signs, each part at most once: a " +
        "date has no time of day";

    private static readonly string[] Parts = ["yyyy", "MMM", "MM", "ddd", "dd", "HH", "mm", "ss", "zzz"];

    private static readonly string[] PartsOfTime = ["HH", "mm", "ss", "zzz"];

    private static readonly Regex InternetSyntax = new(
        @"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)\z", RegexOptions.ECMAScript);

    /// <summary>What the pattern must be, or null if it is that.</summary>
    public static string? FindProblem(string pattern)
    {
        if (pattern is Internet or "epoch" or "epoch-ms") return null;
        var found = new HashSet<string>();
        foreach (string part in Split(pattern))
        {
            bool isKnown = part.Length > 0
                && (IsLiteral(part[0]) || (Array.IndexOf(Parts, part) >= 0 && found.Add(part)));
            if (!isKnown) return Expected;
        }

        bool isWhole = found.Contains("yyyy") && found.Contains("dd") && (found.Contains("MMM") ^ found.Contains("MM"));
        return isWhole ? null : Expected;
    }

    /// <summary>What the pattern of a date without a time of day must be, or null if it is that.</summary>
    public static string? FindDayProblem(string pattern)
    {
        if (pattern == Internet) return null;
        bool isOfDay = pattern is not ("epoch" or "epoch-ms") && FindProblem(pattern) is null
            && !Split(pattern).Intersect(PartsOfTime).Any();
        return isOfDay ? null : ExpectedOfDay;
    }

    /// <summary>Whether a text is a time of a pattern without problems.</summary>
    public static bool Fits(string text, string pattern) => pattern switch
    {
        Internet => InternetSyntax.IsMatch(text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "epoch" or "epoch-ms" => decimal.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _),
        _ => DateTimeOffset.TryParseExact(
            text,
            string.Concat(Split(pattern).Select(Quote)),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out _),
    };

    private static IEnumerable<string> Split(string pattern)
    {
        for (int position = 0; position < pattern.Length;)
        {
            int length = LengthOfPart(pattern, position);
            yield return pattern.Substring(position, length);
            if (length == 0) yield break;
            position += length;
        }
    }

    /// <summary>A part as .NET understands it, for which more signs have a meaning.</summary>
    private static string Quote(string part) =>
        part[0] == '\'' || !IsLiteral(part[0]) ? part : "\\" + part;

    /// <summary>A quoted text, a single sign, or a run of one letter; 0 for a quote that isn't closed.</summary>
    private static int LengthOfPart(string pattern, int position)
    {
        char first = pattern[position];
        if (first == '\'') return pattern.IndexOf('\'', position + 1) is var close and >= 0 ? close + 1 - position : 0;
        if (IsLiteral(first)) return 1;
        int end = position;
        while (end < pattern.Length && pattern[end] == first) end++;
        return end - position;
    }

    private static bool IsLiteral(char c) => c is 'T' or 'Z' || c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z'));
}
