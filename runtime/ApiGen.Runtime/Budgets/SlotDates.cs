using System.Runtime.CompilerServices;

namespace ApiGen.Budgets;

/// <summary>
/// How long the slots of a <see cref="MemoryBudgetStore"/> are held: those of a window until it is over, and those of a
/// calendar until the day or month is. For one caller at a time.
/// </summary>
/// <remarks>
/// A slot is kept as its date: in a window, the moment at which it frees; in a calendar, the last moment at which the
/// server may have counted its call.
/// </remarks>
internal sealed class SlotDates
{
    private readonly BudgetClock _clock;
    private long _seen;
    private DateTimeOffset _wall;
    private long? _stepped;

    public SlotDates(BudgetClock clock)
    {
        _clock = clock;
        _seen = clock.Now;
        _wall = clock.Wall;
    }

    /// <summary>The date of a slot whose call the server counts at a moment or before.</summary>
    public long DateOf(in BudgetKey key, long last) => key.Calendar is null ? last + _clock.Units(key.Window) : last;

    /// <summary>The last date whose slots are free.</summary>
    public long FreeUntil(in BudgetKey key, long now) =>
        key.Calendar is { } calendar ? FreeUntil(calendar, now) : now;

    /// <summary>When a slot of a date frees.</summary>
    public long FreesAt(in BudgetKey key, long date, long now) => key.Calendar is { } calendar
        ? now + _clock.Units(Look(now).FreesIn(calendar, -_clock.Span(date - now)))
        : date;

    // Apart, so that its variables don't weigh on calls of windows.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private long FreeUntil(BudgetCalendar calendar, long now) =>
        now - _clock.Units(Look(now).HeldUpTo(calendar)) - 1;

    private CalendarTime Look(long now)
    {
        DateTimeOffset wall = _clock.Wall;
        if (CalendarTime.IsStep(wall - _wall, _clock.Span(now - _seen)))
            _stepped = now;
        (_seen, _wall) = (now, wall);
        return new CalendarTime(wall, _stepped is { } stepped ? _clock.Span(now - stepped) : null);
    }
}
