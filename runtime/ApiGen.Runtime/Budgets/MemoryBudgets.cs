using System.Runtime.CompilerServices;

namespace ApiGen.Budgets;

/// <summary>The rules of single budgets over a <see cref="BudgetTable"/>.</summary>
/// <remarks>
/// What a plain call of a window doesn't need stands in methods that aren't inlined: their variables would be cleared
/// on its stack, which costs as much as its decision.
/// </remarks>
internal sealed class MemoryBudgets(BudgetClock clock)
{
    private readonly BudgetTable _table = new(clock);
    private readonly SlotDates _dates = new(clock);

    /// <summary>Where the slots of a claim are.</summary>
    public ClaimPlaces PlacesOf(BudgetClaim claim) =>
        new(_table.Find(claim.KeyInPlace, claim.KeyHash), claim.Part.HasValue ? PartOf(claim) : -1);

    /// <summary>
    /// Whether a claim can surely be granted now. If not, <see cref="RefusalOf"/> looks closer.
    /// </summary>
    public bool IsFree(BudgetClaim claim, ClaimPlaces places, long now)
    {
        if (places.Whole < 0)
            return true;
        ref SlotLog slots = ref _table[places.Whole];
        slots.DropUntil(_dates.FreeUntil(claim.KeyInPlace, now));
        return slots.Count + claim.Cost <= claim.Limit && places.Part < 0 && !_table.HasWords;
    }

    /// <summary>Why a claim can't be granted now, or null if it can.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ClaimRefusal? RefusalOf(BudgetClaim claim, ClaimPlaces places, long now)
    {
        if (places.Whole < 0)
            return null;
        ref SlotLog slots = ref _table[places.Whole];
        long free = _dates.FreeUntil(claim.KeyInPlace, now);
        slots.DropUntil(free);
        ClaimRefusal? refusal = null;
        int excess = slots.Count + claim.Cost - claim.Limit;
        if (excess > 0)
            refusal = new ClaimRefusal(
                _dates.FreesAt(claim.KeyInPlace, slots[excess - 1], now), BudgetRefusalReason.Used);
        if (places.Part >= 0)
        {
            ref SlotLog own = ref _table[places.Part];
            own.DropUntil(free);
            if (excess + own.Count > 0)
                refusal = new ClaimRefusal(
                    _dates.FreesAt(claim.KeyInPlace, SlotLog.InOrder(slots, own, excess + own.Count - 1), now),
                    excess > 0 ? BudgetRefusalReason.Used : BudgetRefusalReason.FairShare);
        }

        return ClaimRefusal.Later(refusal, _table.WordOf(places.Whole).RefusalOf(claim.Cost, now));
    }

    /// <summary>Takes the slots of a claim.</summary>
    public void Take(BudgetClaim claim, ClaimPlaces places, long deadline, long now)
    {
        int whole = places.Whole >= 0 ? places.Whole : _table.Add(claim.KeyInPlace, claim.KeyHash);
        Take(whole, claim, deadline);
        if (claim.Part.HasValue)
            TakePart(claim, places.Part, deadline);
        if (_table.HasWords)
            LeaveMore(whole, -claim.Cost, now);
    }

    /// <summary>Dates the slots of a claim by what became of its call.</summary>
    public void Settle(BudgetClaim claim, long deadline, BudgetOutcome outcome, long now)
    {
        ClaimPlaces places = PlacesOf(claim);
        Settle(places.Whole, claim, deadline, outcome, now);
        if (places.Part >= 0)
            Settle(places.Part, claim, deadline, outcome, now);

        // What is past its deadline was never taken off a word that came after it.
        if (outcome == BudgetOutcome.NeverSent && places.Whole >= 0 && now < deadline
            && !_table.WordOf(places.Whole).IsExhausted)
        {
            LeaveMore(places.Whole, claim.Cost, now);
        }
    }

    /// <summary>Notes what the server said.</summary>
    public void Hear(ServerWord word, long now)
    {
        int hash = word.Key.GetHashCode();
        int place = _table.Find(word.Key, hash);
        if (place < 0)
            place = _table.Add(word.Key, hash);
        int underWay = _table[place].CountAfter(_dates.DateOf(word.Key, now));
        long longest = word.AtMost is { } atMost ? clock.Units(atMost) : 0;
        _table.SetWord(
            place, _table.WordOf(place).Hear(word.Remaining, underWay, clock.Units(word.For), longest, now));
    }

    public BudgetState StateOf(BudgetClaim claim, ClaimPlaces places, long now)
    {
        int? own = claim.Part is null ? null : 0;
        if (places.Whole < 0)
            return new BudgetState(claim.Key, claim.Limit, 0, null) { UsedByCaller = own };
        ref SlotLog slots = ref _table[places.Whole];
        long free = _dates.FreeUntil(claim.KeyInPlace, now);
        slots.DropUntil(free);
        if (places.Part >= 0)
        {
            _table[places.Part].DropUntil(free);
            own = _table[places.Part].Count;
        }

        StandingWord word = _table.WordOf(places.Whole);
        DateTimeOffset? next =
            slots.Count == 0 ? null : clock.WallTime(_dates.FreesAt(claim.KeyInPlace, slots[0], now), now);
        return new BudgetState(claim.Key, claim.Limit, slots.Count, next)
        {
            UnderWay = slots.CountAfter(_dates.DateOf(claim.KeyInPlace, now)),
            UsedByCaller = own,
            LeftByServer = word.Stands(now) ? Math.Max(0, word.Remaining) : null,
            ServerWordEnds = word.Stands(now) ? clock.WallTime(word.Ends, now) : null,
        };
    }

    public BudgetLog LogOf(BudgetClaim claim, long now)
    {
        ClaimPlaces places = PlacesOf(claim);
        BudgetState state = StateOf(claim, places, now);
        return new BudgetLog(state, FreesOf(claim.Key, places.Whole, now), FreesOf(claim.Key, places.Part, now));
    }

    /// <summary>Forgets a few of the budgets that are idle.</summary>
    public void Sweep(long now) => _table.Sweep(now);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int PartOf(BudgetClaim claim) => _table.Find(claim.Part!.Value, claim.PartHash);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void TakePart(BudgetClaim claim, int place, long deadline) =>
        Take(place >= 0 ? place : _table.Add(claim.Part!.Value, claim.PartHash), claim, deadline);

    private void Take(int place, BudgetClaim claim, long deadline)
    {
        ref SlotLog slots = ref _table[place];
        long date = _dates.DateOf(claim.KeyInPlace, deadline);
        for (int i = 0; i < claim.Cost; i++)
            slots.Add(date, claim.Limit);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void LeaveMore(int place, int slots, long now)
    {
        StandingWord word = _table.WordOf(place);
        if (word.Stands(now))
            _table.SetWord(place, word with { Remaining = word.Remaining + slots });
    }

    private void Settle(int place, BudgetClaim claim, long deadline, BudgetOutcome outcome, long now)
    {
        // A slot of a window that has freed by now is not taken again: the call outlived its deadline by a window.
        if (place < 0)
            return;
        ref readonly BudgetKey key = ref claim.KeyInPlace;
        ref SlotLog slots = ref _table[place];
        long free = _dates.FreeUntil(key, now);
        slots.DropUntil(free);
        long date = _dates.DateOf(key, deadline);
        if (date <= free)
        {
            // A day may have ended meanwhile, and the call been counted in the next.
            if (key.Calendar is not null && outcome != BudgetOutcome.NeverSent)
                Take(place, claim, now);
            return;
        }

        bool isAnswered = outcome == BudgetOutcome.Completed || now > deadline;
        if (outcome == BudgetOutcome.NeverSent || (isAnswered && key.Window == TimeSpan.Zero))
        {
            for (int i = 0; i < claim.Cost; i++)
                slots.Remove(date);
        }
        else if (isAnswered)
        {
            long settled = _dates.DateOf(key, now);
            for (int i = 0; i < claim.Cost; i++)
                slots.Move(date, settled);
        }
    }

    private DateTimeOffset[] FreesOf(in BudgetKey key, int place, long now)
    {
        if (place < 0)
            return [];
        ref SlotLog slots = ref _table[place];
        var frees = new DateTimeOffset[slots.Count];
        for (int i = 0; i < frees.Length; i++)
            frees[i] = clock.WallTime(_dates.FreesAt(key, slots[i], now), now);
        return frees;
    }
}
