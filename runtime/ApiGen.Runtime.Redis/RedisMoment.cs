namespace ApiGen.Budgets;

/// <summary>Durations as the scripts want them: in microseconds.</summary>
internal static class RedisMoment
{
    /// <summary>Microseconds, rounded up so that no slot frees early.</summary>
    public static long Of(TimeSpan duration) =>
        (duration.Ticks + TimeSpan.TicksPerMicrosecond - 1) / TimeSpan.TicksPerMicrosecond;

    /// <summary>The monotonic clock of this process.</summary>
    public static long Monotonic(TimeProvider timeProvider) =>
        (long)((Int128)timeProvider.GetTimestamp() * 1_000_000 / timeProvider.TimestampFrequency);
}
