using System.Text;

namespace ApiGen.Budgets;

/// <summary>Durations and moments as the scripts want them: in microseconds.</summary>
internal static class RedisMoment
{
    /// <summary>Microseconds, rounded up so that no slot frees early.</summary>
    public static long Of(TimeSpan duration) =>
        (duration.Ticks + TimeSpan.TicksPerMicrosecond - 1) / TimeSpan.TicksPerMicrosecond;

    /// <summary>
    /// Where days or months part, from the one before the last to the one after the next but one: in microseconds since
    /// 1970, with blanks between them. So a server's clock may differ from this process's by a day.
    /// </summary>
    public static string Boundaries(BudgetCalendar calendar, DateTimeOffset now, DateTimeOffset deadline)
    {
        DateTimeOffset boundary = calendar.StartOf(calendar.StartOf(now).AddTicks(-1));
        DateTimeOffset last = calendar.EndOf(calendar.EndOf(deadline));
        var text = new StringBuilder();
        for (; boundary <= last; boundary = calendar.EndOf(boundary))
            text.Append(Of(boundary - DateTimeOffset.UnixEpoch)).Append(' ');
        return text.ToString();
    }

    /// <summary>The monotonic clock of this process.</summary>
    public static long Monotonic(TimeProvider timeProvider) =>
        (long)((Int128)timeProvider.GetTimestamp() * 1_000_000 / timeProvider.TimestampFrequency);
}
