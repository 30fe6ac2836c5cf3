namespace ApiGen.Budgets;

/// <summary>
/// Keeps budgets in the memory of this process: exact, without a timer, and without allocating for a call. Two
/// processes don't share it, and a restart forgets it: where several processes or a restart may call on one budget, use
/// a store that outlives them.
/// </summary>
/// <remarks>
/// <para>
/// In every interval of a window's length, no more calls reach the server than the limit allows, and a call is refused
/// only while the slots held under the rules of <see cref="IBudgetStore"/> are as many as the limit. Time is taken from
/// the monotonic clock: a step of the wall clock changes nothing. Where that clock stands still while the machine
/// sleeps, slots are held that much longer.
/// </para>
/// <para>
/// A decision takes constant time, whatever the limits. Memory grows with the slots in use, not with the limits: a
/// budget without a taken slot is forgotten while others are drawn on.
/// </para>
/// </remarks>
public sealed class MemoryBudgetStore : IBudgetStore
{
    private static long _storesMade;

    // One lock for all budgets: a decision under it takes tens of nanoseconds, and with one there is no order of locks
    // to get wrong when a call draws on several budgets.
    private readonly Lock _lock = new();
    private readonly BudgetClock _clock;
    private readonly BudgetTable _budgets = new();
    private readonly Dictionary<long, CallUnderWay> _underWay = [];
    private int _underWayToSweep = 64;

    // The upper bits differ between the stores of a process, so that a reservation of another store is told apart.
    private long _lastId = Interlocked.Increment(ref _storesMade) << 40;

    /// <summary>Makes an empty store.</summary>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    public MemoryBudgetStore(TimeProvider? timeProvider = null) =>
        _clock = new BudgetClock(timeProvider ?? TimeProvider.System);

    /// <summary>
    /// The store of every client that names none, so that all clients of one app in this process draw on the same
    /// budgets.
    /// </summary>
    public static MemoryBudgetStore Shared { get; } = new();

    /// <inheritdoc/>
    /// <remarks>A granted reservation allocates nothing if the claims are an array.</remarks>
    public ValueTask<BudgetDecision> ReserveAsync(
        IReadOnlyList<BudgetClaim> claims, TimeSpan callTimeout, CancellationToken cancellationToken = default)
    {
        BudgetArguments.Check(claims, callTimeout);
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<BudgetDecision>(cancellationToken);
        BudgetClaim[] array = claims as BudgetClaim[] ?? [.. claims];
        lock (_lock)
            return new ValueTask<BudgetDecision>(Reserve(array, callTimeout));
    }

    /// <inheritdoc/>
    public ValueTask SettleAsync(
        BudgetReservation reservation, BudgetOutcome outcome, CancellationToken cancellationToken = default)
    {
        // There is no wait to end, and a cancelled call must settle all the same.
        lock (_lock)
            Settle(reservation, outcome);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<BudgetState>> ReadAsync(
        IReadOnlyList<BudgetClaim> claims, CancellationToken cancellationToken = default)
    {
        BudgetArguments.Check(claims);
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<IReadOnlyList<BudgetState>>(cancellationToken);
        var states = new BudgetState[claims.Count];
        lock (_lock)
        {
            long now = _clock.Now;
            for (int i = 0; i < states.Length; i++)
                states[i] = StateOf(claims[i], _budgets.Find(claims[i]), now);
        }

        return new ValueTask<IReadOnlyList<BudgetState>>(states);
    }

    private BudgetDecision Reserve(BudgetClaim[] claims, TimeSpan callTimeout)
    {
        long now = _clock.Now;
        Span<int> places = claims.Length <= 8 ? stackalloc int[claims.Length] : new int[claims.Length];
        if (RefusalOf(claims, places, now) is { } refusal)
            return BudgetDecision.Refused(refusal);

        long deadline = now + _clock.Units(callTimeout);
        for (int i = 0; i < claims.Length; i++)
        {
            BudgetClaim claim = claims[i];
            int place = places[i] >= 0 ? places[i] : _budgets.Add(claim);
            _budgets[place].Add(deadline + _clock.Units(claim.Key.Window), claim.Limit);
        }

        long id = ++_lastId;
        _underWay.Add(id, new CallUnderWay(claims, deadline));
        _budgets.Sweep(claims.Length + 1, now);
        if (_underWay.Count >= _underWayToSweep)
            ForgetAbandonedCalls(now);
        return BudgetDecision.Granted(new BudgetReservation(claims, id, deadline));
    }

    private BudgetRefusal? RefusalOf(BudgetClaim[] claims, Span<int> places, long now)
    {
        int refusing = -1;
        long resumes = 0;
        for (int i = 0; i < claims.Length; i++)
        {
            places[i] = _budgets.Find(claims[i]);
            if (places[i] < 0)
                continue;
            ref SlotLog slots = ref _budgets[places[i]];
            slots.DropUntil(now);
            int excess = slots.Count - claims[i].Limit;
            if (excess < 0 || (refusing >= 0 && slots[excess] <= resumes))
                continue;
            refusing = i;
            resumes = slots[excess];
        }

        return refusing < 0
            ? null
            : new BudgetRefusal(StateOf(claims[refusing], places[refusing], now), _clock.WallTime(resumes, now));
    }

    private void Settle(BudgetReservation reservation, BudgetOutcome outcome)
    {
        long now = _clock.Now;
        if (!_underWay.Remove(reservation.Id, out CallUnderWay call))
        {
            if (reservation.Claims is null || !IsForgotten(reservation.Claims, reservation.Deadline, now))
                throw new InvalidOperationException("The reservation is settled already, or is of another store.");
            return;
        }

        foreach (BudgetClaim claim in call.Claims)
            Settle(claim, call.Deadline, outcome, now);
    }

    private void Settle(BudgetClaim claim, long deadline, BudgetOutcome outcome, long now)
    {
        // A slot that has freed by now is not taken again: the call outlived its deadline by a window.
        int place = _budgets.Find(claim);
        if (place < 0)
            return;
        ref SlotLog slots = ref _budgets[place];
        slots.DropUntil(now);
        long window = _clock.Units(claim.Key.Window);
        if (outcome == BudgetOutcome.NeverSent)
            slots.Remove(deadline + window);
        else if (outcome == BudgetOutcome.Completed || now > deadline)
            slots.Move(deadline + window, now + window);
    }

    private BudgetState StateOf(BudgetClaim claim, int place, long now)
    {
        if (place < 0)
            return new BudgetState(claim.Key, claim.Limit, 0, null);
        ref SlotLog slots = ref _budgets[place];
        slots.DropUntil(now);
        DateTimeOffset? next = slots.Count == 0 ? null : _clock.WallTime(slots[0], now);
        return new BudgetState(claim.Key, claim.Limit, slots.Count, next);
    }

    // A caller that never settles must not cost memory for ever. The threshold doubles with what is really under way,
    // so that this costs constant time a call.
    private void ForgetAbandonedCalls(long now)
    {
        foreach ((long id, CallUnderWay call) in _underWay)
        {
            if (IsForgotten(call.Claims, call.Deadline, now))
                _underWay.Remove(id);
        }

        _underWayToSweep = Math.Max(64, _underWay.Count * 2);
    }

    private bool IsForgotten(IReadOnlyList<BudgetClaim> claims, long deadline, long now) =>
        claims.All(claim => deadline + _clock.Units(claim.Key.Window) <= now);
}
