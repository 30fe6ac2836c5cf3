namespace ApiGen.Budgets;

/// <summary>The calls that are reserved and not settled, by number, without an object a call.</summary>
/// <remarks>
/// A call has the place that the last bits of its number name. So a number whose place is taken is never given out, and
/// a call is found, or not, at a single look.
/// </remarks>
internal sealed class CallsUnderWay(BudgetClock clock)
{
    private static long _made;

    // The upper bits differ between the stores of a process, so that a reservation of another store is told apart.
    private long _lastId = Interlocked.Increment(ref _made) << 40;
    private Place[] _places = new Place[64];
    private int _count;
    private int _countToForget = 32;

    /// <summary>Adds a call, and names it.</summary>
    public long Add(BudgetClaim[] claims, long deadline, long now)
    {
        if (_count >= _countToForget)
            ForgetAbandoned(now);
        if (2 * _count >= _places.Length)
            Grow();
        long id = _lastId;
        do
        {
            id++;
        }
        while (PlaceOf(id).Claims is not null);

        PlaceOf(id) = new Place { Id = id, Claims = claims, Deadline = deadline };
        _count++;
        return _lastId = id;
    }

    /// <summary>Removes a call.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="deadline">The last moment at which it might have been under way.</param>
    /// <returns>What it drew on, or null if there is none of that name.</returns>
    public BudgetClaim[]? Remove(long id, out long deadline)
    {
        ref Place place = ref PlaceOf(id);
        deadline = place.Deadline;
        if (place.Id != id || place.Claims is not { } claims)
            return null;
        place = default;
        _count--;
        return claims;
    }

    /// <summary>Whether all slots of a call have long been free.</summary>
    public bool IsForgotten(IReadOnlyList<BudgetClaim> claims, long deadline, long now)
    {
        foreach (BudgetClaim claim in claims)
        {
            if (deadline + clock.Units(claim.Key.Window) > now)
                return false;
        }

        return true;
    }

    private ref Place PlaceOf(long id) => ref _places[(int)id & (_places.Length - 1)];

    // A caller that never settles must not cost memory for ever. The threshold doubles with what is really under way,
    // so that this costs constant time a call.
    private void ForgetAbandoned(long now)
    {
        foreach (ref Place place in _places.AsSpan())
        {
            if (place.Claims is null || !IsForgotten(place.Claims, place.Deadline, now))
                continue;
            place = default;
            _count--;
        }

        _countToForget = Math.Max(32, _count * 2);
    }

    private void Grow()
    {
        // Numbers that differ in their last bits differ in more of them, too: no two come to one place.
        Place[] smaller = _places;
        _places = new Place[smaller.Length * 2];
        foreach (Place place in smaller)
        {
            if (place.Claims is not null)
                PlaceOf(place.Id) = place;
        }
    }

    // Without claims the place is free.
    private struct Place
    {
        public BudgetClaim[]? Claims;
        public long Id;
        public long Deadline;
    }
}
