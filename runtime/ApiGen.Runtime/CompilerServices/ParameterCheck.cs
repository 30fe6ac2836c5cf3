using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ApiGen.CompilerServices;

/// <summary>Holds values of one parameter against what its descriptor says of them.</summary>
internal sealed class ParameterCheck(ParameterDescriptor parameter)
{
    private Regex? _pattern;

    /// <summary>The bounds in the parameter's own type, once it is known.</summary>
    private object? _range;

    /// <summary>Whether it was made for this descriptor, and not for one that this is an altered copy of.</summary>
    public bool IsOf(ParameterDescriptor descriptor) => ReferenceEquals(parameter, descriptor);

    /// <exception cref="ArgumentOutOfRangeException">The value lies outside the range.</exception>
    public void Run<TValue>(TValue value)
        where TValue : struct, IComparable<TValue>, ISpanParsable<TValue>
    {
        if (_range is not ParameterRange<TValue> range)
            _range = range = new ParameterRange<TValue>(parameter.Min, parameter.Max);
        if (range.Contains(value)) return;
        string message = (parameter.Min, parameter.Max) switch
        {
            ({ } min, { } max) => $"The value must be from {min} to {max}.",
            ({ } min, null) => $"The value must be at least {min}.",
            _ => $"The value must be at most {parameter.Max}.",
        };
        throw parameter.IsSensitive
            ? new ArgumentOutOfRangeException(parameter.Argument, message)
            : new ArgumentOutOfRangeException(parameter.Argument, value, message);
    }

    /// <exception cref="ArgumentException">The text is too short or too long.</exception>
    public void Run(string value)
    {
        int length = 0;
        foreach (Rune _ in value.EnumerateRunes()) length++;
        CheckCount(length, parameter.MinLength, parameter.MaxLength, "character");
    }

    /// <exception cref="ArgumentException">The text doesn't match the pattern.</exception>
    public void RunPattern(string value)
    {
        // One pass over the text, however hostile it is.
        _pattern ??= new Regex(
            $@"\A(?:{parameter.Pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        if (!_pattern.IsMatch(value))
            throw new ArgumentException($"The text must be of the form {parameter.Pattern}.", parameter.Argument);
    }

    /// <exception cref="ArgumentException">The list has too few or too many items.</exception>
    public void RunCount(int count) => CheckCount(count, parameter.MinItems, parameter.MaxItems, "item");

    private void CheckCount(int count, int? least, int? most, string unit)
    {
        if (!(count < least) && !(count > most)) return;
        int bound = count < least ? least.Value : most!.Value;
        string message = string.Create(
            CultureInfo.InvariantCulture,
            $"There must be {(count < least ? "at least" : "at most")} {bound} {unit}{(bound == 1 ? "" : "s")}, and "
            + $"there are {count}.");
        throw new ArgumentException(message, parameter.Argument);
    }
}
