namespace ApiGen.Budgets;

/// <summary>
/// Counts calls so that, for every budget and in every interval of its window's length, no more calls reach the server
/// than the limit allows: across threads, and across processes, crashes and restarts as far as the store outlives them.
/// </summary>
/// <remarks>
/// <para>
/// A call reserves before it is sent and settles once, when its outcome is known. The server counts it at some moment
/// between the two, which no client can see. A slot is therefore taken from the reservation until one window after the
/// answer; without an answer, until one window after the deadline. A reservation that is never settled, because its
/// process died, stays taken as long.
/// </para>
/// <para>
/// The promise holds under these conditions: every call of the budget reserves in this store first; it is sent only if
/// granted, and once (a retry reserves anew); <see cref="BudgetOutcome.Completed"/> is settled after the answer, never
/// before; and the server doesn't count a call after its deadline unless the call is settled later still. An interval
/// is half-open, as windows are: a call counted exactly one window after another isn't in the same one.
/// </para>
/// </remarks>
public interface IBudgetStore
{
    /// <summary>Takes the slots of every claim, or none.</summary>
    /// <param name="claims">
    /// The budgets that the call draws on; no budget twice. The list isn't changed until the call is settled.
    /// </param>
    /// <param name="callTimeout">
    /// How long the call may be under way before it is given up; positive and finite. The deadline lies this long after
    /// the moment of reservation, so a caller whose own timer starts before it reserves has always given up by then.
    /// </param>
    /// <param name="cancellationToken">Ends the wait for the store.</param>
    /// <returns>A reservation to settle, or the budget that has no slot left.</returns>
    /// <exception cref="ArgumentException">
    /// A claim is null, two claims draw on one budget, or the timeout is out of range.
    /// </exception>
    /// <exception cref="BudgetStoreException">
    /// The store can't be reached or read. Nothing is held, and nothing may be sent.
    /// </exception>
    ValueTask<BudgetDecision> ReserveAsync(
        IReadOnlyList<BudgetClaim> claims, TimeSpan callTimeout, CancellationToken cancellationToken = default);

    /// <summary>Says what became of a reserved call, and what the server said with its answer.</summary>
    /// <remarks>A reservation is settled once. The words are taken after the call's own slots are settled.</remarks>
    /// <param name="reservation">A reservation that this store granted.</param>
    /// <param name="outcome">What is known of the call.</param>
    /// <param name="words">
    /// What the server said is left of budgets that the call drew on, no budget twice; null for nothing. See
    /// <see cref="ServerWord"/> for what it does.
    /// </param>
    /// <param name="cancellationToken">Ends the wait for the store; what is not settled stays taken.</param>
    /// <exception cref="ArgumentException">
    /// A word is out of range, is of a budget that the call didn't draw on, or isn't the only one of its budget.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// The reservation is settled already, or isn't of this store. Nothing is changed. One that is settled when its
    /// slots have long been free again is let pass.
    /// </exception>
    /// <exception cref="BudgetStoreException">
    /// The store can't be reached or written. The slots stay taken, as if the outcome were unknown.
    /// </exception>
    ValueTask SettleAsync(
        BudgetReservation reservation,
        BudgetOutcome outcome,
        IReadOnlyList<ServerWord>? words = null,
        CancellationToken cancellationToken = default);

    /// <summary>Reads the budgets without taking anything.</summary>
    /// <param name="claims">The budgets to read; no budget twice.</param>
    /// <param name="cancellationToken">Ends the wait for the store.</param>
    /// <returns>A state for each claim, in their order.</returns>
    /// <exception cref="ArgumentException">A claim is null, or two claims draw on one budget.</exception>
    /// <exception cref="BudgetStoreException">The store can't be reached or read.</exception>
    ValueTask<IReadOnlyList<BudgetState>> ReadAsync(
        IReadOnlyList<BudgetClaim> claims, CancellationToken cancellationToken = default);

    /// <summary>Reads the budgets with all of their taken slots, without taking anything.</summary>
    /// <param name="claims">The budgets to read; no budget twice.</param>
    /// <param name="cancellationToken">Ends the wait for the store.</param>
    /// <returns>A log for each claim, in their order.</returns>
    /// <exception cref="ArgumentException">A claim is null, or two claims draw on one budget.</exception>
    /// <exception cref="BudgetStoreException">The store can't be reached or read.</exception>
    ValueTask<IReadOnlyList<BudgetLog>> ReadLogAsync(
        IReadOnlyList<BudgetClaim> claims, CancellationToken cancellationToken = default);
}
