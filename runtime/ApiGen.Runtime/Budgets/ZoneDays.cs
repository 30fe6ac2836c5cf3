namespace ApiGen.Budgets;

/// <summary>Where the days of a time zone begin, as moments.</summary>
internal sealed class ZoneDays
{
    private readonly TimeZoneInfo _zone;

    private ZoneDays(TimeZoneInfo zone) => _zone = zone;

    /// <summary>Looks up a zone.</summary>
    /// <exception cref="TimeZoneNotFoundException">This system doesn't know it.</exception>
    public static ZoneDays Of(string zone)
    {
        try
        {
            return new ZoneDays(TimeZoneInfo.FindSystemTimeZoneById(zone));
        }
        catch (Exception exception) when (exception is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            throw new TimeZoneNotFoundException(
                $"A limit counts by the calendar of {zone}, and this system doesn't know that time zone: install its " +
                "time zone data (tzdata).",
                exception);
        }
    }

    /// <summary>The date that the zone's clocks show.</summary>
    public DateOnly DateAt(DateTimeOffset moment) => DateOnly.FromDateTime((moment + OffsetAt(moment)).UtcDateTime);

    /// <summary>The last boundary that isn't after a moment, among a date's and those some steps before and after.</summary>
    public DateTimeOffset StartBy(DateOnly date, Func<DateOnly, int, DateOnly> step, DateTimeOffset moment)
    {
        for (int steps = 1; ; steps--)
        {
            if (BoundaryOf(step(date, steps)) is { } boundary && boundary <= moment)
                return boundary;
        }
    }

    /// <summary>The first boundary after a moment, among a date's and those some steps after.</summary>
    public DateTimeOffset StartAfter(DateOnly date, Func<DateOnly, int, DateOnly> step, DateTimeOffset moment)
    {
        for (int steps = 0; ; steps++)
        {
            if (BoundaryOf(step(date, steps)) is { } boundary && boundary > moment)
                return boundary;
        }
    }

    /// <summary>
    /// The moment that parts a date from those before it: until then the clocks show earlier dates only, and from then
    /// on none. Null if they go back over it.
    /// </summary>
    private DateTimeOffset? BoundaryOf(DateOnly date)
    {
        // As if the clocks showed UTC; and the offsets on either side of a change that may be near. None is farther
        // from UTC than 14 hours.
        var midnight = new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        TimeSpan before = OffsetAt(midnight.AddHours(-15));
        TimeSpan after = OffsetAt(midnight.AddHours(15));
        DateTimeOffset early = midnight - before;
        DateTimeOffset late = midnight - after;
        bool isBeforeChange = OffsetAt(early) == before;
        bool isAfterChange = OffsetAt(late) == after;
        if (isBeforeChange && isAfterChange && late > early)
        {
            // Midnight is shown twice. It is the change itself, or after it, that shows it again: only if the clocks
            // went back beyond midnight do they show the date before once more.
            return OffsetAt(late.AddTicks(-1)) == before ? early : null;
        }

        if (isBeforeChange) return early;
        return isAfterChange ? late : ChangeBetween(late, early, before);
    }

    /// <summary>When clocks that skip midnight are put forward.</summary>
    private DateTimeOffset ChangeBetween(DateTimeOffset low, DateTimeOffset high, TimeSpan before)
    {
        while (high - low > TimeSpan.FromTicks(1))
        {
            DateTimeOffset middle = low + ((high - low) / 2);
            if (OffsetAt(middle) == before) low = middle;
            else high = middle;
        }

        return high;
    }

    private TimeSpan OffsetAt(DateTimeOffset moment) => _zone.GetUtcOffset(moment);
}
