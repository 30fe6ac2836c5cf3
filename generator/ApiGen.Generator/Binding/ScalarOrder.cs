using System;
using System.Globalization;
using ApiGen.Generator.Model;

namespace ApiGen.Generator.Binding;

/// <summary>Compares values of one type by their texts, which fit the type.</summary>
internal static class ScalarOrder
{
    /// <summary>Whether of two values of the type one is the lower.</summary>
    public static bool IsOrdered(ScalarKind kind) =>
        kind is ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.Double or ScalarKind.Decimal
            or ScalarKind.Date or ScalarKind.DateTime;

    /// <summary>Below zero if the first is the lower, above it if the second is.</summary>
    public static int Compare(string first, string second, ScalarKind kind) => kind switch
    {
        ScalarKind.Double => Double(first).CompareTo(Double(second)),
        ScalarKind.Decimal => Decimal(first).CompareTo(Decimal(second)),
        ScalarKind.Date or ScalarKind.DateTime => Time(first).CompareTo(Time(second)),
        _ => Integer(first).CompareTo(Integer(second)),
    };

    /// <summary>Whether a value is the lowest or highest that the type has.</summary>
    public static bool IsEnd(string text, ScalarKind kind, bool isLow) => kind switch
    {
        ScalarKind.Int32 => Integer(text) == (isLow ? int.MinValue : int.MaxValue),
        ScalarKind.Int64 => Integer(text) == (isLow ? long.MinValue : long.MaxValue),
        _ => false,
    };

    private static long Integer(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static decimal Decimal(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static double Double(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
