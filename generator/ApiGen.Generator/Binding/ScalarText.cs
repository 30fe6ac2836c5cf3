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
            out double number) && !double.IsInfinity(number) && !double.IsNaN(number),
        _ => true,
    };

    /// <summary>The type by its name in the language, for a message.</summary>
    public static string Describe(ScalarKind kind) =>
        $"a value of type {Vocabulary.FieldTypes.First(pair => pair.Value == kind).Key}";
}
