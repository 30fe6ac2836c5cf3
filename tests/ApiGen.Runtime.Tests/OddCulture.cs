using System.Globalization;

namespace ApiGen.Runtime.Tests;

/// <summary>The culture of the thread, until it is disposed: one that writes numbers and dates in ways of its own.</summary>
internal sealed class OddCulture : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    public OddCulture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NegativeSign = "−";
        culture.DateTimeFormat.DateSeparator = ".";
        culture.DateTimeFormat.TimeSeparator = ".";
        culture.DateTimeFormat.AbbreviatedDayNames = ["S", "M", "T", "W", "T", "F", "S"];
        culture.DateTimeFormat.AbbreviatedMonthNames =
            ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", ""];
        CultureInfo.CurrentCulture = culture;
    }

    public void Dispose() => CultureInfo.CurrentCulture = _before;
}
