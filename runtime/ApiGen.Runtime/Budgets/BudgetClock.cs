namespace ApiGen.Budgets;

/// <summary>
/// The time by which slots free: monotonic, so that a step of the wall clock frees nothing early and holds nothing
/// longer. Wall time only says to people when that will be.
/// </summary>
/// <param name="timeProvider">The source of both.</param>
internal sealed class BudgetClock(TimeProvider timeProvider)
{
    private readonly long _frequency = timeProvider.TimestampFrequency;

    // How many units make a tick of 100 ns; 0 on a machine whose clock has no such whole number.
    private readonly long _unitsPerTick =
        timeProvider.TimestampFrequency % TimeSpan.TicksPerSecond == 0
            ? timeProvider.TimestampFrequency / TimeSpan.TicksPerSecond
            : 0;

    /// <summary>The present moment, in the clock's own unit.</summary>
    public long Now => timeProvider.GetTimestamp();

    /// <summary>The wall clock, UTC.</summary>
    public DateTimeOffset Wall => timeProvider.GetUtcNow();

    /// <summary>A duration in the clock's own unit, rounded up so that no slot frees early.</summary>
    public long Units(TimeSpan duration)
    {
        if (_unitsPerTick != 0)
            return duration.Ticks * _unitsPerTick;
        Int128 scaled = (Int128)duration.Ticks * _frequency;
        return (long)((scaled + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond);
    }

    /// <summary>A number of the clock's own units as a duration, rounded up.</summary>
    public TimeSpan Span(long units)
    {
        Int128 scaled = (Int128)units * TimeSpan.TicksPerSecond;
        return new TimeSpan((long)((units > 0 ? scaled + _frequency - 1 : scaled) / _frequency));
    }

    /// <summary>
    /// When a moment of this clock will be by the wall clock, rounded up so that nobody comes too early.
    /// </summary>
    public DateTimeOffset WallTime(long moment, long now)
    {
        TimeSpan ahead = Span(moment - now);
        DateTimeOffset wall = Wall;
        return ahead < DateTimeOffset.MaxValue - wall ? wall + ahead : DateTimeOffset.MaxValue;
    }
}
