using System.Globalization;

namespace ApiGen.CompilerServices;

/// <summary>The lowest and the highest value of a parameter, either of which may be missing.</summary>
/// <typeparam name="TValue">The type of the values.</typeparam>
/// <param name="min">The lowest, as it is sent, or null.</param>
/// <param name="max">The highest, as it is sent, or null.</param>
internal sealed class ParameterRange<TValue>(string? min, string? max)
    where TValue : struct, IComparable<TValue>, ISpanParsable<TValue>
{
    private readonly TValue? _min = Parse(min);
    private readonly TValue? _max = Parse(max);

    public bool Contains(TValue value) =>
        !(_min is { } low && value.CompareTo(low) < 0) && !(_max is { } high && value.CompareTo(high) > 0);

    private static TValue? Parse(string? text) =>
        text is null ? null : TValue.Parse(text, CultureInfo.InvariantCulture);
}
