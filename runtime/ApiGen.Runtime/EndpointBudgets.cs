using ApiGen.Budgets;
using ApiGen.CompilerServices;
using ApiGen.Pipeline;

namespace ApiGen;

/// <summary>The budgets that one endpoint draws on, for one user of one app or for the app alone.</summary>
public sealed class EndpointBudgets
{
    private readonly IBudgetStore _store;
    private readonly Caller _caller;
    private readonly EndpointDescriptor _endpoint;

    internal EndpointBudgets(IBudgetStore store, Caller caller, EndpointDescriptor endpoint)
    {
        _store = store;
        _caller = caller;
        _endpoint = endpoint;
    }

    /// <summary>Reads what is used and left, without sending or taking anything.</summary>
    /// <param name="cancellationToken">Ends the wait for the store or the credentials.</param>
    /// <returns>
    /// One state a limit, in the order of the spec, without those that count only calls of another kind; empty if the
    /// spec declares no limit.
    /// </returns>
    /// <exception cref="BudgetStoreException">The store can't be reached or read.</exception>
    public async ValueTask<IReadOnlyList<BudgetState>> ReadAsync(CancellationToken cancellationToken = default)
    {
        CallIdentity identity = await _caller.IdentifyAsync(cancellationToken).ConfigureAwait(false);
        return await _store.ReadAsync(identity.ClaimsOf(_endpoint), cancellationToken).ConfigureAwait(false);
    }
}
