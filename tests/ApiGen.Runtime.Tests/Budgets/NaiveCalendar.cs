using System.Collections.Concurrent;
using ApiGen.Budgets;

namespace ApiGen.Runtime.Tests.Budgets;

/// <summary>The days and months of a zone, found by looking at its clock every minute.</summary>
internal static class NaiveCalendar
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);
    private static readonly ConcurrentDictionary<(BudgetCalendar Calendar, DateTimeOffset From), DateTimeOffset> Ends = [];

    /// <summary>The first day of the period that the zone's clock shows.</summary>
    public static DateOnly PeriodOf(BudgetCalendar calendar, DateTimeOffset moment)
    {
        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(calendar.Zone);
        DateOnly date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);
        return calendar.Period == CalendarPeriod.Day ? date : new DateOnly(date.Year, date.Month, 1);
    }

    /// <summary>The first full minute after a moment that parts all earlier periods from all later ones.</summary>
    public static DateTimeOffset EndOf(BudgetCalendar calendar, DateTimeOffset moment)
    {
        var from = new DateTimeOffset(moment.UtcTicks - (moment.UtcTicks % Step.Ticks) + Step.Ticks, TimeSpan.Zero);
        return Ends.GetOrAdd((calendar, from), static key =>
        {
            DateTimeOffset end = key.From;
            while (!Parts(key.Calendar, end))
                end += Step;
            return end;
        });
    }

    private static bool Parts(BudgetCalendar calendar, DateTimeOffset moment)
    {
        DateOnly period = PeriodOf(calendar, moment);
        if (PeriodOf(calendar, moment - Step) == period)
            return false;
        IEnumerable<TimeSpan> near = Enumerable.Range(1, 180).Select(minute => Step * minute);
        return near.All(span =>
            PeriodOf(calendar, moment - span) < period && PeriodOf(calendar, moment + span) >= period);
    }
}
