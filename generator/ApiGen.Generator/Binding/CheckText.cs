using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ApiGen.Generator.Model;

namespace ApiGen.Generator.Binding;

/// <summary>Says in words which values a parameter takes.</summary>
internal static class CheckText
{
    /// <summary>Sentences for a doc comment; empty if there is nothing to say.</summary>
    public static string Describe(ParameterModel parameter, string? deprecated)
    {
        IEnumerable<string?> sentences =
        [
            .. Phrases(parameter.Checks, parameter.Type is ListReference).Select(phrase => $"{char.ToUpperInvariant(phrase[0])}{phrase.Substring(1)}."),
            parameter.Default is null ? null : $"The service takes {parameter.Default} if left out.",
            parameter.IsSensitive ? "Kept out of messages and logs." : null,
            deprecated,
        ];
        return string.Join(" ", sentences.OfType<string>());
    }

    /// <summary>Why a text isn't taken as a value of the type, or null if it is.</summary>
    /// <param name="text">The value as it is sent.</param>
    /// <param name="type">The type; of a list's, that of an item.</param>
    /// <param name="format">How it is written, if it is a date or time in a form of its own.</param>
    /// <param name="checks">What else it must be.</param>
    public static string? FindMisfit(string text, TypeReference type, string? format, ChecksModel checks)
    {
        if (!ScalarText.Fits(text, type, format)) return ScalarText.Describe(type, format);

        // A time in a form of its own is compared when it is sent.
        ScalarKind? kind = format is null or DatePatterns.Internet ? (type as ScalarReference)?.Kind : null;
        bool isInRange = kind is null
            || ((checks.Min is null || ScalarOrder.Compare(text, checks.Min, kind.Value) >= 0)
                && (checks.Max is null || ScalarOrder.Compare(text, checks.Max, kind.Value) <= 0));
        if (!isInRange) return RangeOf(checks);
        int length = CountCharacters(text);
        if (length < checks.MinLength || length > checks.MaxLength) return LengthOf(checks);
        bool matches = checks.Pattern is null || PatternSyntax.IsMatch(checks.Pattern, text);
        return matches ? null : PatternOf(checks);
    }

    private static IEnumerable<string> Phrases(ChecksModel checks, bool isList)
    {
        if (checks.MinItems is not null || checks.MaxItems is not null)
            yield return CountOf(checks.MinItems, checks.MaxItems, "item");
        string each = isList ? "each " : "";
        if (checks.Min is not null || checks.Max is not null) yield return each + RangeOf(checks);
        if (checks.MinLength is not null || checks.MaxLength is not null) yield return each + LengthOf(checks);
        if (checks.Pattern is not null) yield return each + PatternOf(checks);
    }

    private static string RangeOf(ChecksModel checks) => (checks.Min, checks.Max) switch
    {
        ({ } min, { } max) => $"from {min} to {max}",
        ({ } min, null) => $"at least {min}",
        _ => $"at most {checks.Max}",
    };

    private static string LengthOf(ChecksModel checks) => CountOf(checks.MinLength, checks.MaxLength, "character");

    private static string PatternOf(ChecksModel checks) => $"of the form {checks.Pattern}";

    private static string CountOf(int? least, int? most, string unit)
    {
        string units = (most ?? least) == 1 ? unit : unit + "s";
        return (least, most) switch
        {
            ({ } min, { } max) when min == max => Format("exactly {0} {1}", min, units),
            ({ } min, { } max) => Format("from {0} to {2} {1}", min, units, max),
            ({ } min, null) => Format("at least {0} {1}", min, units),
            _ => Format("at most {0} {1}", most!, units),
        };
    }

    private static string Format(string format, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, format, values);

    /// <summary>The Unicode code points of a text: two halves of a pair are one.</summary>
    private static int CountCharacters(string text) =>
        text.Length - Enumerable.Range(1, System.Math.Max(0, text.Length - 1))
            .Count(i => char.IsSurrogatePair(text[i - 1], text[i]));
}
