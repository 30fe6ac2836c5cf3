using System;
using System.Collections.Generic;

namespace ApiGen.Generator.Binding;

/// <summary>Checks how a spec says its dates are written, by the same rules by which the runtime compiles it.</summary>
internal static class DatePatterns
{
    private const string Expected =
        "iso8601 or a pattern of ddd, dd, MMM or MM, yyyy, HH, mm, ss, zzz, text in single quotes and signs, each " +
        "part at most once, as ddd MMM dd HH:mm:ss zzz yyyy";

    private static readonly string[] Parts = ["yyyy", "MMM", "MM", "ddd", "dd", "HH", "mm", "ss", "zzz"];

    /// <summary>What the pattern must be, or null if it is that.</summary>
    public static string? FindProblem(string pattern)
    {
        if (pattern == "iso8601") return null;
        var found = new HashSet<string>();
        for (int position = 0; position < pattern.Length;)
        {
            int length = LengthOfPart(pattern, position);
            if (length == 0) return Expected;
            string part = pattern.Substring(position, length);
            bool isLiteral = IsLiteral(part[0]);
            if (!isLiteral && !(Array.IndexOf(Parts, part) >= 0 && found.Add(part))) return Expected;
            position += length;
        }

        bool isWhole = found.Contains("yyyy") && found.Contains("dd") && (found.Contains("MMM") ^ found.Contains("MM"));
        return isWhole ? null : Expected;
    }

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
