using System.Globalization;
using ApiGen.CompilerServices;

namespace ApiGen.Sandbox.Parameters;

/// <summary>Holds a value against the type that the spec gives its parameter.</summary>
internal static class ValueRules
{
    private const NumberStyles Fraction = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>Says what is wrong with a value, or with one of those joined in it; null if nothing is.</summary>
    public static string? FindViolation(
        Argument argument, ParameterDescription parameter, ParameterDescriptor? descriptor)
    {
        string type = parameter.Type.EndsWith("[]", StringComparison.Ordinal) ? parameter.Type[..^2] : parameter.Type;
        string[] values = ValuesOf(argument, parameter, descriptor);
        string? wrong = Array.Find(values, value => !IsOfType(value, type, parameter));
        if (wrong is null)
        {
            return descriptor is null
                ? null
                : values.Select(value => ValueViolations.Find(parameter, type, descriptor, value))
                    .FirstOrDefault(violation => violation is not null);
        }

        string expected = parameter.Values.Length > 0 ? $"one of {string.Join(", ", parameter.Values)}"
            : parameter.Format is { } format ? $"of type {type} in the form {format}"
            : $"of type {type}";
        return $"{argument.Name} is to be {expected}, and {ValueViolations.Shown(descriptor, wrong)} is not.";
    }

    /// <summary>The value, or those that are joined in it.</summary>
    public static string[] ValuesOf(
        Argument argument, ParameterDescription parameter, ParameterDescriptor? descriptor) =>
        parameter.Type.EndsWith("[]", StringComparison.Ordinal)
            ? Split(argument.Value, descriptor?.Join ?? default)
            : [argument.Value];

    private static string[] Split(string value, ListJoin join) => join switch
    {
        ListJoin.Repeated => [value],
        ListJoin.Pipe => value.Split('|'),
        ListJoin.Space => value.Split(' '),
        _ => value.Split(','),
    };

    private static bool IsOfType(string value, string type, ParameterDescription parameter) => type switch
    {
        "bool" => value is "true" or "false",
        "int32" => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "int64" => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "double" => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                    && double.IsFinite(number),
        "decimal" => decimal.TryParse(value, Fraction, CultureInfo.InvariantCulture, out _),
        "date" => WrittenTime.IsDate(value, parameter.Format),
        "date-time" => WrittenTime.IsTime(value, parameter.Format),
        _ => parameter.Values.Length == 0 || parameter.Values.Contains(value),
    };
}
