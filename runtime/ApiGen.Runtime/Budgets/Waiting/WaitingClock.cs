namespace ApiGen.Budgets.Waiting;

/// <summary>The clock of a <see cref="BudgetQueue"/>, and how long it lets a store alone.</summary>
internal sealed class WaitingClock(TimeProvider timeProvider)
{
    // Calls of other processes may free a slot before the store could promise it, and nobody tells. So it is asked
    // again while such calls are under way: soon where an answer frees a slot at once, rarely where it can only be one
    // that was given back.
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    private readonly BudgetClock _clock = new(timeProvider);

    public long Now => _clock.Now;

    public DateTimeOffset WallTime => timeProvider.GetUtcNow();

    public long Units(TimeSpan span) => _clock.Units(span);

    /// <summary>A duration of this clock, rounded up to what a timer can tell.</summary>
    public TimeSpan Span(long units)
    {
        double milliseconds = Math.Ceiling(_clock.Span(units).TotalMilliseconds);
        return TimeSpan.FromMilliseconds(milliseconds);
    }

    /// <summary>How long it is until a moment of the wall clock.</summary>
    public TimeSpan Until(DateTimeOffset moment) => moment - timeProvider.GetUtcNow();

    /// <summary>How long a slot of a budget is held for a call that is answered now.</summary>
    public TimeSpan HoldOf(in BudgetKey key)
    {
        DateTimeOffset now = timeProvider.GetUtcNow();
        return key.FreesAt(now) - now;
    }

    /// <summary>How long after a refusal the store is to be asked again.</summary>
    public TimeSpan AskAgainIn(BudgetRefusal refusal)
    {
        TimeSpan resumes = Until(refusal.ResumesAt);
        if (refusal.State.UnderWay > 0)
        {
            TimeSpan window = refusal.State.Key.Window;
            TimeSpan pause = window < ShortestPause ? ShortestPause : window > LongestPause ? LongestPause : window;
            resumes = resumes < pause ? resumes : pause;
        }

        return resumes > Tick ? resumes : Tick;
    }
}
