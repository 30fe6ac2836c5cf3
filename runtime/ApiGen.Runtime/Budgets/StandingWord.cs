namespace ApiGen.Budgets;

/// <summary>
/// A <see cref="ServerWord"/> as it stands, its times in the unit of the store that keeps it. For those who write a
/// store.
/// </summary>
/// <param name="Remaining">
/// The slots that may still be granted; below zero, so many of those under way must be given back first.
/// </param>
/// <param name="Ends">The moment from which it says nothing more.</param>
/// <param name="IsExhausted">Whether the server said that nothing is left.</param>
/// <param name="Length">How long the last word held whose length the server didn't say; else 0.</param>
public readonly record struct StandingWord(int Remaining, long Ends, bool IsExhausted, long Length)
{
    /// <summary>Whether it limits what is granted.</summary>
    /// <param name="now">The present moment.</param>
    public bool Stands(long now) => now < Ends;

    /// <summary>Whether it neither limits anything nor makes a later word longer.</summary>
    /// <param name="now">The present moment.</param>
    public bool IsOver(long now) => now >= Ends + Length;

    /// <summary>That it leaves too little for a call, or null if it leaves enough or doesn't stand.</summary>
    /// <param name="cost">The slots that the call takes.</param>
    /// <param name="now">The present moment.</param>
    public ClaimRefusal? RefusalOf(int cost, long now) =>
        Stands(now) && Remaining < cost ? new ClaimRefusal(Ends, BudgetRefusalReason.ServerWord) : null;

    /// <summary>What stands after the server has spoken again.</summary>
    /// <param name="remaining">What it said is left.</param>
    /// <param name="underWay">The slots that it may not have counted yet.</param>
    /// <param name="length">How long the word holds, unless it doubles.</param>
    /// <param name="longest">How long it may hold by doubling; 0 if the server said how long.</param>
    /// <param name="now">The present moment.</param>
    public StandingWord Hear(int remaining, int underWay, long length, long longest, long now)
    {
        if (longest > 0 && Length > 0 && !IsOver(now))
            length = Math.Min(Length * 2, longest);
        bool isExhausted = remaining == 0;
        var heard = new StandingWord(
            remaining - underWay, now + length, isExhausted, longest > 0 ? length : Length);
        if (!Stands(now))
            return heard;
        if (isExhausted)
            return IsExhausted ? heard with { Ends = Math.Max(Ends, heard.Ends) } : heard;
        if (IsExhausted)
            return this;
        return heard.Ends > Ends ? heard : this with { Remaining = Math.Min(Remaining, heard.Remaining) };
    }
}
