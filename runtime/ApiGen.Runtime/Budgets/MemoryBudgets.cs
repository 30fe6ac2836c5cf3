namespace ApiGen.Budgets;

/// <summary>The rules of single budgets over a <see cref="BudgetTable"/>.</summary>
internal sealed class MemoryBudgets(BudgetClock clock)
{
    private readonly BudgetTable _table = new(clock);
    private readonly SlotDates _dates = new(clock);

    /// <summary>Where the slots of a claim are.</summary>
    public ClaimPlaces PlacesOf(BudgetClaim claim) =>
        new(_table.Find(claim.Key, claim.KeyHash), claim.Part is { } part ? _table.Find(part, claim.PartHash) : -1);

    /// <summary>Why a claim can't be granted now, or null if it can.</summary>
    public ClaimRefusal? RefusalOf(BudgetClaim claim, ClaimPlaces places, long now)
    {
        if (places.Whole < 0)
            return null;
        ref SlotLog slots = ref _table[places.Whole];
        long free = _dates.FreeUntil(claim.Key, now);
        slots.DropUntil(free);
        ClaimRefusal? refusal = null;
        int excess = slots.Count + claim.Cost - claim.Limit;
        if (excess > 0)
            refusal = new ClaimRefusal(
                _dates.FreesAt(claim.Key, slots[excess - 1], now), BudgetRefusalReason.Used);
        if (places.Part >= 0)
        {
            ref SlotLog own = ref _table[places.Part];
            own.DropUntil(free);
            if (excess + own.Count > 0)
                refusal = new ClaimRefusal(
                    _dates.FreesAt(claim.Key, SlotLog.InOrder(slots, own, excess + own.Count - 1), now),
                    excess > 0 ? BudgetRefusalReason.Used : BudgetRefusalReason.FairShare);
        }

        return ClaimRefusal.Later(refusal, _table.WordOf(places.Whole).RefusalOf(claim.Cost, now));
    }

    /// <summary>Takes the slots of a claim.</summary>
    public void Take(BudgetClaim claim, ClaimPlaces places, long deadline, long now)
    {
        int whole = places.Whole >= 0 ? places.Whole : _table.Add(claim.Key, claim.KeyHash);
        Take(whole, claim, deadline);
        if (claim.Part is { } part)
            Take(places.Part >= 0 ? places.Part : _table.Add(part, claim.PartHash), claim, deadline);
        StandingWord word = _table.WordOf(whole);
        if (word.Stands(now))
            _table.SetWord(whole, word with { Remaining = word.Remaining - claim.Cost });
    }

    /// <summary>Dates the slots of a claim by what became of its call.</summary>
    public void Settle(BudgetClaim claim, long deadline, BudgetOutcome outcome, long now)
    {
        ClaimPlaces places = PlacesOf(claim);
        Settle(places.Whole, claim, deadline, outcome, now);
        Settle(places.Part, claim, deadline, outcome, now);

        // What is past its deadline was never taken off a word that came after it.
        if (places.Whole < 0 || outcome != BudgetOutcome.NeverSent || now >= deadline)
            return;
        StandingWord word = _table.WordOf(places.Whole);
        if (word.Stands(now) && !word.IsExhausted)
            _table.SetWord(places.Whole, word with { Remaining = word.Remaining + claim.Cost });
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
        long free = _dates.FreeUntil(claim.Key, now);
        slots.DropUntil(free);
        if (places.Part >= 0)
        {
            _table[places.Part].DropUntil(free);
            own = _table[places.Part].Count;
        }

        StandingWord word = _table.WordOf(places.Whole);
        DateTimeOffset? next =
            slots.Count == 0 ? null : clock.WallTime(_dates.FreesAt(claim.Key, slots[0], now), now);
        return new BudgetState(claim.Key, claim.Limit, slots.Count, next)
        {
            UnderWay = slots.CountAfter(_dates.DateOf(claim.Key, now)),
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
    public void Sweep(int budgets, long now) => _table.Sweep(budgets, now);

    private void Take(int place, BudgetClaim claim, long deadline)
    {
        for (int i = 0; i < claim.Cost; i++)
            _table[place].Add(_dates.DateOf(claim.Key, deadline), claim.Limit);
    }

    private void Settle(int place, BudgetClaim claim, long deadline, BudgetOutcome outcome, long now)
    {
        // A slot of a window that has freed by now is not taken again: the call outlived its deadline by a window.
        if (place < 0)
            return;
        ref SlotLog slots = ref _table[place];
        long free = _dates.FreeUntil(claim.Key, now);
        slots.DropUntil(free);
        long date = _dates.DateOf(claim.Key, deadline);
        if (date <= free)
        {
            // A day may have ended meanwhile, and the call been counted in the next.
            if (claim.Key.Calendar is not null && outcome != BudgetOutcome.NeverSent)
                Take(place, claim, now);
            return;
        }

        for (int i = 0; i < claim.Cost; i++)
        {
            if (outcome == BudgetOutcome.NeverSent)
                slots.Remove(date);
            else if (outcome == BudgetOutcome.Completed || now > deadline)
                slots.Move(date, _dates.DateOf(claim.Key, now));
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
