using System.Globalization;

namespace ApiGen.Budgets;

/// <summary>Writes of budgets as a person would speak of them.</summary>
internal static class BudgetText
{
    /// <summary>Whose calls a budget counts, to stand after "per".</summary>
    public static string Scope(BudgetScope scope) => scope switch
    {
        BudgetScope.User => "user",
        BudgetScope.AppToken => "app token",
        BudgetScope.Ip => "network address",
        _ => "app",
    };

    /// <summary>Whose calls a budget counts and by which values, to stand after "per"; no value is told.</summary>
    public static string Subject(in BudgetKey key) =>
        key.ForEach is { } names
            ? $"{Scope(key.Scope)} for each {names.Replace("\n", " and ", StringComparison.Ordinal)}"
            : Scope(key.Scope);

    /// <summary>The time that a budget counts over: <c>in 24 h</c>.</summary>
    public static string Window(in BudgetKey key)
    {
        if (key.Calendar is { } calendar)
            return $"in each {(calendar.Period == CalendarPeriod.Day ? "day" : "month")} of {calendar.Zone}";
        return key.Window == TimeSpan.Zero ? "at once" : $"in {Span(key.Window)}";
    }

    /// <summary>A duration in its two largest units.</summary>
    public static string Span(TimeSpan span)
    {
        // Rounded up to the second, so that who waits for what is printed has waited long enough.
        long seconds = Math.Max(0, (span.Ticks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond);
        (long major, string majorUnit, long minor, string minorUnit) = seconds switch
        {
            > 86_400 => (seconds / 86_400, "d", seconds % 86_400 / 3_600, "h"),
            >= 3_600 => (seconds / 3_600, "h", seconds % 3_600 / 60, "min"),
            >= 60 => (seconds / 60, "min", seconds % 60, "s"),
            _ => (seconds, "s", 0, ""),
        };
        return minor == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{major} {majorUnit}")
            : string.Create(CultureInfo.InvariantCulture, $"{major} {majorUnit} {minor} {minorUnit}");
    }
}
