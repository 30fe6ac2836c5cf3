using System.Globalization;
using System.Text;

namespace ApiGen.CompilerServices;

/// <summary>Writes values as parameters carry them: as texts that are the same in every culture.</summary>
internal static class ParameterText
{
    public static string Of(bool value) => value ? "true" : "false";

    /// <summary>The shortest text that reads back as the same number.</summary>
    public static string Of(double value, ParameterDescriptor parameter) => double.IsFinite(value)
        ? value.ToString(CultureInfo.InvariantCulture)
        : throw new ArgumentException("The number must be finite.", parameter.Argument);

    /// <summary>All digits that the number has, the zeros at its end included.</summary>
    public static string Of(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(DateOnly value, ParameterDescriptor parameter) =>
        (parameter.Dates ?? JsonDates.OfDays).Write(value.ToDateTime(default));

    /// <summary>The time in UTC.</summary>
    public static string Of(DateTimeOffset value, ParameterDescriptor parameter) =>
        (parameter.Dates ?? JsonDates.OfTheInternet).Write(value.UtcDateTime);

    public static string Of(IEnumerationValue value, ParameterDescriptor parameter) =>
        value.Value ?? throw new ArgumentException("The value is no text.", parameter.Argument);

    /// <summary>A value of any type that parameters have.</summary>
    public static string Of<TValue>(TValue value, ParameterDescriptor parameter) => value switch
    {
        null => throw new ArgumentException("A list can't hold null.", parameter.Argument),
        string text => text,
        bool flag => Of(flag),
        double number => Of(number, parameter),
        decimal number => Of(number),
        DateOnly date => Of(date, parameter),
        DateTimeOffset time => Of(time, parameter),
        IEnumerationValue choice => Of(choice, parameter),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"A parameter can't be a {typeof(TValue).Name}."),
    };

    /// <summary>Several values as one.</summary>
    public static string Join<TItem>(IReadOnlyList<TItem> items, ParameterDescriptor parameter)
    {
        char separator = parameter.Join switch
        {
            ListJoin.Pipe => '|',
            ListJoin.Space => ' ',
            _ => ',',
        };
        var text = new StringBuilder();
        for (int i = 0; i < items.Count; i++)
        {
            string value = Of(items[i], parameter);
            if (value.Contains(separator, StringComparison.Ordinal))
            {
                throw new ArgumentException(
                    $"No value of the list can have '{separator}' in it, which stands between values.",
                    parameter.Argument);
            }

            if (i > 0) text.Append(separator);
            text.Append(value);
        }

        return text.ToString();
    }
}
