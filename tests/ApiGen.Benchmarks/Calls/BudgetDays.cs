namespace ApiGen.Benchmarks.Calls;

/// <summary>
/// A clock for budgets that goes on by some minutes a call, so that the limits of a day never end a benchmark, and yet
/// three quarters of the user's slots are always taken.
/// </summary>
internal sealed class BudgetDays : TimeProvider
{
    private const int CallsADay = 300;

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private long _ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Volatile.Read(ref _ticks);

    public override DateTimeOffset GetUtcNow() => Start.AddTicks(GetTimestamp());

    /// <summary>Goes on to the time of the next call.</summary>
    public void Next() => Interlocked.Add(ref _ticks, TimeSpan.TicksPerDay / CallsADay);
}
