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
    // One lock for all budgets: a decision under it takes tens of nanoseconds, and with one there is no order of locks
    // to get wrong when a call draws on several budgets.
    private readonly Lock _lock = new();
    private readonly MemoryLedger _ledger;

    /// <summary>Makes an empty store.</summary>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    public MemoryBudgetStore(TimeProvider? timeProvider = null) =>
        _ledger = new MemoryLedger(new BudgetClock(timeProvider ?? TimeProvider.System));

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
        BudgetRefusal? refusal;
        BudgetReservation reservation;
        lock (_lock)
            refusal = _ledger.Reserve(array, callTimeout, out reservation);
        return new ValueTask<BudgetDecision>(
            refusal is null ? BudgetDecision.Granted(reservation) : BudgetDecision.Refused(refusal));
    }

    /// <inheritdoc/>
    public ValueTask SettleAsync(
        BudgetReservation reservation,
        BudgetOutcome outcome,
        IReadOnlyList<ServerWord>? words = null,
        CancellationToken cancellationToken = default)
    {
        if (words is not null) BudgetArguments.Check(reservation.Claims, words);

        // There is no wait to end, and a cancelled call must settle all the same.
        lock (_lock)
            _ledger.Settle(reservation, outcome, words);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<BudgetState>> ReadAsync(
        IReadOnlyList<BudgetClaim> claims, CancellationToken cancellationToken = default)
    {
        BudgetArguments.Check(claims);
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<IReadOnlyList<BudgetState>>(cancellationToken);
        lock (_lock)
            return new ValueTask<IReadOnlyList<BudgetState>>(_ledger.Read(claims));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<BudgetLog>> ReadLogAsync(
        IReadOnlyList<BudgetClaim> claims, CancellationToken cancellationToken = default)
    {
        BudgetArguments.Check(claims);
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<IReadOnlyList<BudgetLog>>(cancellationToken);
        lock (_lock)
            return new ValueTask<IReadOnlyList<BudgetLog>>(_ledger.ReadLog(claims));
    }
}
