namespace ApiGen.Budgets;

/// <summary>
/// The days or months of a time zone, as a limit counts by them. Where clocks change, a day has 23 or 25 hours.
/// </summary>
/// <remarks>
/// A period ends at a moment before which every date is of it or earlier, and after which every date is later. Where a
/// zone's clocks go back over midnight, so that a date comes twice, there is no such moment, and the two periods count
/// as one: then no more calls are granted than either of them allows.
/// </remarks>
public sealed class BudgetCalendar : IEquatable<BudgetCalendar>
{
    private readonly TimeSpan _nominal;

    // What was asked for last: most calls come within one period.
    private Span? _last;
    private ZoneDays? _days;

    private BudgetCalendar(CalendarPeriod period, string zone, TimeSpan nominal)
    {
        ArgumentException.ThrowIfNullOrEmpty(zone);
        Period = period;
        Zone = zone;
        _nominal = nominal;
    }

    /// <summary>What is counted by.</summary>
    public CalendarPeriod Period { get; }

    /// <summary>The zone, by its name in the IANA time zone database: <c>America/New_York</c>.</summary>
    public string Zone { get; }

    /// <summary>
    /// Longer than any of the periods: the usual length of the longest one, and three hours for clocks that go back.
    /// </summary>
    public TimeSpan Longest => _nominal + TimeSpan.FromHours(3);

    /// <summary>The days of a zone.</summary>
    /// <param name="zone">Its name in the IANA time zone database; it is looked up when it is first needed.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static BudgetCalendar Days(string zone) => new(CalendarPeriod.Day, zone, TimeSpan.FromDays(1));

    /// <summary>The months of a zone.</summary>
    /// <param name="zone">Its name in the IANA time zone database; it is looked up when it is first needed.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static BudgetCalendar Months(string zone) => new(CalendarPeriod.Month, zone, TimeSpan.FromDays(31));

    /// <summary>When the period began that a moment lies in.</summary>
    /// <param name="moment">The moment.</param>
    /// <returns>The last boundary that isn't after it.</returns>
    /// <exception cref="TimeZoneNotFoundException">This system doesn't know the zone.</exception>
    public DateTimeOffset StartOf(DateTimeOffset moment) => SpanOf(moment).Start;

    /// <summary>When the period ends that a moment lies in.</summary>
    /// <param name="moment">The moment.</param>
    /// <returns>The first boundary after it.</returns>
    /// <exception cref="TimeZoneNotFoundException">This system doesn't know the zone.</exception>
    public DateTimeOffset EndOf(DateTimeOffset moment) => SpanOf(moment).End;

    /// <inheritdoc/>
    public bool Equals(BudgetCalendar? other) =>
        ReferenceEquals(this, other) || (other is not null && Period == other.Period && Zone == other.Zone);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as BudgetCalendar);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Period, Zone);

    /// <summary>The period and its zone, as stores tell calendars apart: <c>day@America/New_York</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{(Period == CalendarPeriod.Day ? "day" : "month")}@{Zone}";

    /// <summary>Looks the zone up.</summary>
    /// <exception cref="TimeZoneNotFoundException">This system doesn't know it.</exception>
    internal void RequireZone() => _days ??= ZoneDays.Of(Zone);

    /// <summary>Whether a server that speaks of a window of this length may mean these periods.</summary>
    internal bool MayBe(TimeSpan window) =>
        window == _nominal
        || (Period == CalendarPeriod.Month && window >= TimeSpan.FromDays(28) && window < _nominal);

    private Span SpanOf(DateTimeOffset moment)
    {
        Span? last = _last;
        if (last is not null && moment >= last.Start && moment < last.End)
            return last;
        _days ??= ZoneDays.Of(Zone);
        DateOnly first = FirstOf(_days.DateAt(moment));
        DateTimeOffset start = _days.StartBy(first, Step, moment);
        DateTimeOffset end = _days.StartAfter(first, Step, moment);
        return _last = new Span(start, end);
    }

    private DateOnly FirstOf(DateOnly date) => Period == CalendarPeriod.Day ? date : date.AddDays(1 - date.Day);

    private DateOnly Step(DateOnly first, int periods) =>
        Period == CalendarPeriod.Day ? first.AddDays(periods) : first.AddMonths(periods);

    private sealed record Span(DateTimeOffset Start, DateTimeOffset End);
}
