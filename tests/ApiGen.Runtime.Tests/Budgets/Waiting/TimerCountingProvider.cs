namespace ApiGen.Runtime.Tests.Budgets.Waiting;

/// <summary>Counts the timers that are made.</summary>
internal sealed class TimerCountingProvider(TimeProvider inner) : TimeProvider
{
    private int _timers;

    public int Timers => _timers;

    public override long TimestampFrequency => inner.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow();

    public override long GetTimestamp() => inner.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Interlocked.Increment(ref _timers);
        return inner.CreateTimer(callback, state, dueTime, period);
    }
}
