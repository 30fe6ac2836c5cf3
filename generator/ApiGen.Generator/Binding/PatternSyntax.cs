using System;
using System.Text.RegularExpressions;

namespace ApiGen.Generator.Binding;

/// <summary>
/// Checks regular expressions by the rules of the runtime's engine, which never goes back in the text and so takes no
/// longer for a hostile value than for any other.
/// </summary>
internal static class PatternSyntax
{
    /// <summary>How long a host without that engine may look at a value of the spec itself.</summary>
    private static readonly TimeSpan LongestMatch = TimeSpan.FromMilliseconds(100);

    /// <summary>What is wrong with a pattern, or null if nothing is.</summary>
    public static string? FindProblem(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant);
        }
        catch (ArgumentException exception)
        {
            // Behind a copy of the pattern.
            int place = Math.Max(0, exception.Message.IndexOf("at offset ", StringComparison.Ordinal));
            return $"it is no regular expression ({exception.Message.Substring(place).TrimEnd('.')})";
        }

        return FindConstruct(pattern) is { } construct
            ? $"{construct} can't be matched in one pass over the text; say it another way"
            : null;
    }

    /// <summary>Whether a whole text matches a pattern that has no problem.</summary>
    public static bool IsMatch(string pattern, string text)
    {
        try
        {
            return Regex.IsMatch(text, $@"\A(?:{pattern})\z", RegexOptions.CultureInvariant, LongestMatch);
        }
        catch (RegexMatchTimeoutException)
        {
            // Only the value knows whether it matches, and its runtime will tell.
            return true;
        }
    }

    /// <summary>The first construct of a valid pattern that needs more than one pass.</summary>
    private static string? FindConstruct(string pattern)
    {
        bool isInClass = false;
        for (int i = 0; i < pattern.Length; i++)
        {
            char next = i + 1 < pattern.Length ? pattern[i + 1] : '\0';
            if (pattern[i] == '\\')
            {
                if (!isInClass && next is (>= '1' and <= '9') or 'k') return $@"the back-reference \{next}";
                if (!isInClass && next == 'G') return @"\G";
                i++;
            }
            else if (isInClass)
            {
                isInClass = pattern[i] != ']';
            }
            else if (pattern[i] == '[')
            {
                isInClass = true;

                // A bracket that stands first in a class is one of its characters.
                if (next == '^') i++;
                if (i + 1 < pattern.Length && pattern[i + 1] == ']') i++;
            }
            else if (pattern[i] == '(' && next == '?' && FindGroup(pattern, i + 2) is { } group)
            {
                return group;
            }
        }

        return null;
    }

    /// <summary>What a group is of which the text goes on at a position behind its question mark.</summary>
    private static string? FindGroup(string pattern, int position)
    {
        string opening = pattern.Substring(position, Math.Min(2, pattern.Length - position));
        if (opening is "<=" or "<!") return $"the look-behind (?{opening}";
        if (opening[0] is '=' or '!') return $"the look-ahead (?{opening[0]}";
        if (opening[0] == '>') return "the atomic group (?>";
        if (opening[0] == '(') return "the condition (?(";
        if (opening[0] is not ('<' or '\'')) return null;
        int end = pattern.IndexOf(opening[0] == '<' ? '>' : '\'', position + 1);
        bool isBalancing = end > 0 && pattern.IndexOf('-', position, end - position) >= 0;
        return isBalancing ? "the balancing group" : null;
    }
}
