namespace ApiGen.Budgets;

/// <summary>
/// The time by which slots free: monotonic, so that a step of the wall clock frees nothing early and holds nothing
/// longer. Wall time only says to people when that will be.
/// </summary>
/// <remarks>
/// It counts from when it is made, in ticks of 100 ns; in the source's own unit if that is longer, so that nothing is
/// rounded twice.
/// </remarks>
internal sealed class BudgetClock
{
    private const long NanosecondsPerTick = 100;
    private const long NanosecondsPerSecond = NanosecondsPerTick * TimeSpan.TicksPerSecond;

    private readonly TimeProvider _timeProvider;
    private readonly long _start;
    private readonly long _sourceFrequency;
    private readonly long _frequency;

    // Present moments are rounded down by less than this.
    private readonly long _rounding;

    /// <summary>Starts to count.</summary>
    /// <param name="timeProvider">The source of both times.</param>
    public BudgetClock(TimeProvider timeProvider)
    {
        _timeProvider = timeProvider;
        _sourceFrequency = timeProvider.TimestampFrequency;
        _frequency = Math.Min(_sourceFrequency, TimeSpan.TicksPerSecond);
        _rounding = _sourceFrequency > TimeSpan.TicksPerSecond ? 1 : 0;
        _start = timeProvider.GetTimestamp();
        Start = ToUnits(_start);
    }

    /// <summary>When it was made, by the source: clocks that begin apart don't say the same.</summary>
    public long Start { get; }

    /// <summary>The present moment, rounded down.</summary>
    public long Now => ToUnits(_timeProvider.GetTimestamp() - _start);

    /// <summary>The wall clock, UTC.</summary>
    public DateTimeOffset Wall => _timeProvider.GetUtcNow();

    /// <summary>
    /// What is to be added to a present moment so that the duration is surely over then: rounded up, so that no slot
    /// frees early.
    /// </summary>
    public long Units(TimeSpan duration)
    {
        if (_frequency == TimeSpan.TicksPerSecond)
            return duration.Ticks + _rounding;
        Int128 scaled = (Int128)duration.Ticks * _frequency;
        return (long)((scaled + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond);
    }

    /// <summary>A number of units as a duration, rounded up.</summary>
    public TimeSpan Span(long units)
    {
        if (_frequency == TimeSpan.TicksPerSecond)
            return new TimeSpan(units);
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

    // Most systems count nanoseconds, and a divisor that is known beforehand is many times as fast.
    private long ToUnits(long passed)
    {
        if (_sourceFrequency == NanosecondsPerSecond)
            return passed / NanosecondsPerTick;
        return _rounding == 0 ? passed : (long)((Int128)passed * TimeSpan.TicksPerSecond / _sourceFrequency);
    }
}
