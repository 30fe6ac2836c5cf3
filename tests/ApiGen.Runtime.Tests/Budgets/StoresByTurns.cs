using ApiGen.Budgets;

namespace ApiGen.Runtime.Tests.Budgets;

/// <summary>Stores of one file, as of several processes, each of which does what is asked in its turn.</summary>
internal sealed class StoresByTurns(IReadOnlyList<IBudgetStore> stores) : IBudgetStore
{
    private int _turn;

    private IBudgetStore Next => stores[_turn++ % stores.Count];

    public ValueTask<BudgetDecision> ReserveAsync(
        IReadOnlyList<BudgetClaim> claims, TimeSpan callTimeout, CancellationToken cancellationToken = default) =>
        Next.ReserveAsync(claims, callTimeout, cancellationToken);

    public ValueTask SettleAsync(
        BudgetReservation reservation,
        BudgetOutcome outcome,
        IReadOnlyList<ServerWord>? words = null,
        CancellationToken cancellationToken = default) =>
        Next.SettleAsync(reservation, outcome, words, cancellationToken);

    public ValueTask<IReadOnlyList<BudgetState>> ReadAsync(
        IReadOnlyList<BudgetClaim> claims, CancellationToken cancellationToken = default) =>
        Next.ReadAsync(claims, cancellationToken);

    public ValueTask<IReadOnlyList<BudgetLog>> ReadLogAsync(
        IReadOnlyList<BudgetClaim> claims, CancellationToken cancellationToken = default) =>
        Next.ReadLogAsync(claims, cancellationToken);
}
