namespace ApiGen.Budgets;

/// <summary>
/// Counts calls so that, for every budget and in every interval of its window's length, no more calls reach the server
/// than the limit allows: across threads, and across processes, crashes and restarts as far as the store outlives them.
/// </summary>
/// <remarks>
/// A call reserves before it is sent and settles once, when its outcome is known. A reservation that is never settled,
/// because its process died, stays taken until one window after its deadline.
/// </remarks>
public interface IBudgetStore
{
    /// <summary>Takes one slot of every claim, or of none.</summary>
    /// <param name="claims">The budgets that the call draws on; no budget twice.</param>
    /// <param name="callTimeout">How long the call may be under way before it is given up; positive and finite.</param>
    /// <param name="cancellationToken">Ends the wait for the store.</param>
    /// <returns>A reservation to settle, or the budget that has no slot left.</returns>
    /// <exception cref="BudgetStoreException">The store can't be reached or read. Nothing is held, and nothing may be sent.</exception>
    ValueTask<BudgetDecision> ReserveAsync(
        IReadOnlyList<BudgetClaim> claims, TimeSpan callTimeout, CancellationToken cancellationToken = default);

    /// <summary>Says what became of a reserved call. A reservation is settled once.</summary>
    /// <param name="reservation">A reservation that this store granted.</param>
    /// <param name="outcome">What is known of the call.</param>
    /// <param name="cancellationToken">Ends the wait for the store; what is not settled stays taken.</param>
    /// <exception cref="BudgetStoreException">The store can't be reached or written. The slots stay taken, as if the outcome were unknown.</exception>
    ValueTask SettleAsync(
        BudgetReservation reservation, BudgetOutcome outcome, CancellationToken cancellationToken = default);

    /// <summary>Reads the budgets without taking anything.</summary>
    /// <param name="claims">The budgets to read.</param>
    /// <param name="cancellationToken">Ends the wait for the store.</param>
    /// <returns>A state for each claim, in their order.</returns>
    /// <exception cref="BudgetStoreException">The store can't be reached or read.</exception>
    ValueTask<IReadOnlyList<BudgetState>> ReadAsync(
        IReadOnlyList<BudgetClaim> claims, CancellationToken cancellationToken = default);
}
