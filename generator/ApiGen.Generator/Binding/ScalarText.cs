using System;
using System.Globalization;
using ApiGen.Generator.Model;

namespace ApiGen.Generator.Binding;

/// <summary>Knows how values of the language's types are written.</summary>
internal static class ScalarText
{
    private const NumberStyles Fraction = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>Whether a text can be a value of the type; of a list's, one of its items.</summary>
    public static bool Fits(string text, TypeReference type, string? format) => type switch
    {
        ScalarReference { Kind: ScalarKind.Date } => DatePatterns.Fits(text, DayPattern(format)),
        ScalarReference { Kind: ScalarKind.DateTime } => DatePatterns.Fits(text, format ?? DatePatterns.Internet),
        ScalarReference scalar => Fits(text, scalar.Kind),
        ListReference list => Fits(text, list.Element, format),
        _ => true,
    };

    /// <summary>Whether a text can be a value of a type that is neither date nor time.</summary>
    public static bool Fits(string text, ScalarKind kind) => kind switch
    {
        ScalarKind.Bool => text is "true" or "false",
        ScalarKind.Int32 => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        ScalarKind.Int64 => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        ScalarKind.Double => double.TryParse(
            text,
            Fraction | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out double number) && !double.IsInfinity(number) && !double.IsNaN(number),
        ScalarKind.Decimal => decimal.TryParse(text, Fraction, CultureInfo.InvariantCulture, out _),
        _ => true,
    };

    /// <summary>A text that fits the type, with its number as C# writes one too.</summary>
    public static string Canonical(string text, ScalarKind kind) => kind switch
    {
        ScalarKind.Int32 or ScalarKind.Int64 =>
            long.Parse(text, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        ScalarKind.Double or ScalarKind.Decimal => text.TrimStart('+').Replace(".e", ".0e").Replace(".E", ".0E") is var number
            && number.EndsWith(".", StringComparison.Ordinal) ? number + "0" : number,
        _ => text,
    };

    /// <summary>The type by its name in the language, for a message.</summary>
    public static string Describe(TypeReference type, string? format = null) => format is null
        ? $"a value of type {type.Notation}"
        : $"a value of type {type.Notation} in the form {format}";

    private static string DayPattern(string? format) => format is null or DatePatterns.Internet ? "yyyy-MM-dd" : format;
}
