using ApiGen.Budgets;

namespace ApiGen;

/// <summary>The budgets of one endpoint, with those of its pools, or of one pool; for one user of one app.</summary>
public sealed class EndpointBudgets
{
    private readonly IBudgetStore _store;
    private readonly IReadOnlyList<BudgetClaim> _claims;

    internal EndpointBudgets(IBudgetStore store, IReadOnlyList<BudgetClaim> claims)
    {
        _store = store;
        _claims = claims;
    }

    /// <summary>Reads what is used and left, without sending or taking anything.</summary>
    /// <param name="cancellationToken">Ends the wait for the store.</param>
    /// <returns>One state a limit, in the order of the spec; empty if the spec declares no limit.</returns>
    /// <exception cref="BudgetStoreException">The store can't be reached or read.</exception>
    public ValueTask<IReadOnlyList<BudgetState>> ReadAsync(CancellationToken cancellationToken = default) =>
        _store.ReadAsync(_claims, cancellationToken);
}
