using System;
using System.Globalization;
using System.Linq;
using ApiGen.Generator.Model;

namespace ApiGen.Generator.Binding;

/// <summary>Knows how values of the language's types are written.</summary>
internal static class ScalarText
{
    /// <summary>Whether a text can be sent as a value of the type.</summary>
    public static bool Fits(string text, ScalarKind kind) => kind switch
    {
        ScalarKind.Bool => text is "true" or "false",
        ScalarKind.Int32 => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        ScalarKind.Int64 => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        ScalarKind.Double => double.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out double number) && !double.IsNaN(number) && !double.IsInfinity(number),
        _ => true,
    };

    /// <summary>A text that fits the type, with its number as C# writes one too.</summary>
    public static string Canonical(string text, ScalarKind kind) => kind switch
    {
        ScalarKind.Int32 or ScalarKind.Int64 =>
            long.Parse(text, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        ScalarKind.Double => text.TrimStart('+').Replace(".e", ".0e").Replace(".E", ".0E") is var number
            && number.EndsWith(".", StringComparison.Ordinal) ? number + "0" : number,
        _ => text,
    };

    /// <summary>The type by its name in the language, for a message.</summary>
    public static string Describe(ScalarKind kind) =>
        $"a value of type {Vocabulary.FieldTypes.First(pair => pair.Value == kind).Key}";
}
