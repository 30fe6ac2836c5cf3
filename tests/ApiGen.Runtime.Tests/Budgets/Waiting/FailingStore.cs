using ApiGen.Budgets;

namespace ApiGen.Runtime.Tests.Budgets.Waiting;

/// <summary>A store that can be told to fail.</summary>
internal sealed class FailingStore(IBudgetStore inner) : IBudgetStore
{
    public bool Fails { get; set; }

    public ValueTask<BudgetDecision> ReserveAsync(
        IReadOnlyList<BudgetClaim> claims, TimeSpan callTimeout, CancellationToken cancellationToken = default) =>
        Fails
            ? throw new BudgetStoreException("The store is out of reach.")
            : inner.ReserveAsync(claims, callTimeout, cancellationToken);

    public ValueTask SettleAsync(
        BudgetReservation reservation,
        BudgetOutcome outcome,
        IReadOnlyList<ServerWord>? words = null,
        CancellationToken cancellationToken = default) =>
        inner.SettleAsync(reservation, outcome, words, cancellationToken);

    public ValueTask<IReadOnlyList<BudgetState>> ReadAsync(
        IReadOnlyList<BudgetClaim> claims, CancellationToken cancellationToken = default) =>
        inner.ReadAsync(claims, cancellationToken);

    public ValueTask<IReadOnlyList<BudgetLog>> ReadLogAsync(
        IReadOnlyList<BudgetClaim> claims, CancellationToken cancellationToken = default) =>
        inner.ReadLogAsync(claims, cancellationToken);
}
