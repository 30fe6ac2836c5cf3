namespace ApiGen.Pipeline;

/// <summary>
/// The time that a client signs with: its machine's, put right by what the server's clock was last seen to say.
/// </summary>
internal sealed class SigningClock(TimeProvider timeProvider)
{
    /// <summary>Nobody's clock is further off, and no sum with it leaves the calendar.</summary>
    private static readonly TimeSpan LargestOffset = TimeSpan.FromDays(36_525);

    private long _offset;

    /// <summary>The time now, as the server is believed to see it.</summary>
    public DateTimeOffset Now => timeProvider.GetUtcNow().AddTicks(Volatile.Read(ref _offset));

    /// <summary>Takes the server's time for right, in all calls of the client from now on.</summary>
    public void Learn(DateTimeOffset serverTime)
    {
        TimeSpan offset = serverTime - timeProvider.GetUtcNow();
        if (offset.Duration() < LargestOffset) Volatile.Write(ref _offset, offset.Ticks);
    }
}
