using System.Globalization;
using System.Text.Json;
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
        string type = ItemTypeOf(parameter);
        string[] values = ValuesOf(argument, parameter, descriptor);
        string? wrong = Array.Find(values, value => !IsOfType(value, type, parameter));
        if (wrong is null) return FindBreach(values, parameter, descriptor);
        string expected = parameter.Values.Length > 0 ? $"one of {string.Join(", ", parameter.Values)}"
            : parameter.Format is { } format ? $"of type {type} in the form {format}"
            : $"of type {type}";
        return $"{argument.Name} is to be {expected}, and {ValueViolations.Shown(descriptor, wrong)} is not.";
    }

    /// <summary>Says which value of the right type isn't one that the parameter takes; null if there is none.</summary>
    public static string? FindBreach(
        IEnumerable<string> values, ParameterDescription parameter, ParameterDescriptor? descriptor) =>
        descriptor is null
        ? null
        : values
            .Select(value => ValueViolations.Find(parameter, ItemTypeOf(parameter), descriptor, value))
            .FirstOrDefault(violation => violation is not null);

    /// <summary>The value, or those that are joined in it.</summary>
    public static string[] ValuesOf(
        Argument argument, ParameterDescription parameter, ParameterDescriptor? descriptor) => argument.Json switch
        {
            { ValueKind: JsonValueKind.Null } => [],
            { ValueKind: JsonValueKind.Array } list when IsList(parameter) => [.. list.EnumerateArray().Select(TextOf)],
            { } value => [TextOf(value)],
            null => IsList(parameter) ? Split(argument.Value, descriptor?.Join ?? default) : [argument.Value],
        };

    private static bool IsList(ParameterDescription parameter) =>
        parameter.Type.EndsWith("[]", StringComparison.Ordinal);

    private static string ItemTypeOf(ParameterDescription parameter) =>
        IsList(parameter) ? parameter.Type[..^2] : parameter.Type;

    private static string TextOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

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
