using System.Globalization;
using System.Text.RegularExpressions;
using ApiGen.CompilerServices;

namespace ApiGen.Sandbox.Parameters;

/// <summary>Finds out why a value isn't one that its parameter takes.</summary>
internal static class ValueViolations
{
    /// <summary>What is wrong with a value of the right type, or null.</summary>
    public static string? Find(
        ParameterDescription parameter, string type, ParameterDescriptor descriptor, string value)
    {
        string name = parameter.Name;
        if (parameter.Constant is { } constant && !IsSame(value, constant, type))
            return $"{name} is always to be '{constant}', and is {Shown(descriptor, value)}.";
        if (Compare(value, descriptor.Min, type, parameter.Format) < 0)
            return $"{name} is to be {descriptor.Min} at least, and is {Shown(descriptor, value)}.";
        if (Compare(value, descriptor.Max, type, parameter.Format) > 0)
            return $"{name} is to be {descriptor.Max} at most, and is {Shown(descriptor, value)}.";

        int length = value.EnumerateRunes().Count();
        if (length < descriptor.MinLength)
            return $"{name} is to have {descriptor.MinLength} characters at least, and has {length}.";
        if (length > descriptor.MaxLength)
            return $"{name} is to have {descriptor.MaxLength} characters at most, and has {length}.";
        return descriptor.Pattern is null || IsWhole(descriptor.Pattern, value)
            ? null
            : $"{name} is to be of the form {descriptor.Pattern}, and {Shown(descriptor, value)} is not.";
    }

    /// <summary>A value for a message, unless it is none of the reader's business.</summary>
    public static string Shown(ParameterDescriptor? descriptor, string value) =>
        descriptor?.IsSensitive == true ? "what was sent" : $"'{value}'";

    // A number has several spellings.
    private static bool IsSame(string value, string constant, string type) => value == constant
        || (type is "int32" or "int64" or "double" or "decimal" && Compare(value, constant, type, format: null) == 0);

    private static bool IsWhole(string pattern, string value) => Regex.IsMatch(
        value, $@"\A(?:{pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static int Compare(string value, string? bound, string type, string? format) => bound is null
        ? 0
        : type switch
        {
            "int32" or "int64" => Compare(value, bound, text => Int128.Parse(text, CultureInfo.InvariantCulture)),
            "decimal" => Compare(value, bound, text => decimal.Parse(text, CultureInfo.InvariantCulture)),
            "date" or "date-time" => WrittenTime.Read(value, format).CompareTo(WrittenTime.Read(bound, format: null)),
            _ => Compare(value, bound, text => double.Parse(text, CultureInfo.InvariantCulture)),
        };

    private static int Compare<TValue>(string value, string bound, Func<string, TValue> parse)
        where TValue : IComparable<TValue> => parse(value).CompareTo(parse(bound));
}
