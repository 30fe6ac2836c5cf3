namespace ApiGen.Budgets;

/// <summary>The clocks of this machine, in ticks of 100 ns, and the name of its present run.</summary>
/// <param name="timeProvider">The source of both clocks.</param>
/// <param name="boot">
/// The name of the run from the machine's start to its stop, or the empty string if it has none.
/// </param>
internal sealed class HostClock(TimeProvider timeProvider, string boot)
{
    public string Boot => boot;

    public long Wall => timeProvider.GetUtcNow().UtcTicks;

    public long Monotonic =>
        (long)((Int128)timeProvider.GetTimestamp() * TimeSpan.TicksPerSecond / timeProvider.TimestampFrequency);
}
