namespace ApiGen.Runtime.Tests.Budgets;

/// <summary>A process whose monotonic clock isn't the machine's, as in a container with a time of its own.</summary>
internal sealed class SkewedTimeProvider(TimeProvider machine, TimeSpan skew) : TimeProvider
{
    public override long TimestampFrequency => machine.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => machine.GetUtcNow();

    public override long GetTimestamp() => machine.GetTimestamp() + skew.Ticks;
}
