using ApiGen.Budgets;

namespace ApiGen;

/// <summary>The budgets that one endpoint draws on, or those of a pool, for one user of one app.</summary>
public sealed class EndpointBudgets
{
    /// <summary>The most calls that a plan is made for: a million.</summary>
    public const int MostPlanned = 1_000_000;

    private readonly IBudgetStore _store;
    private readonly IReadOnlyList<BudgetClaim> _claims;
    private readonly TimeProvider _timeProvider;

    internal EndpointBudgets(IBudgetStore store, IReadOnlyList<BudgetClaim> claims, TimeProvider timeProvider)
    {
        _store = store;
        _claims = claims;
        _timeProvider = timeProvider;
    }

    /// <summary>Reads what is used and left, without sending or taking anything.</summary>
    /// <param name="cancellationToken">Ends the wait for the store.</param>
    /// <returns>One state a limit, in the order of the spec; empty if the spec declares no limit.</returns>
    /// <exception cref="BudgetStoreException">The store can't be reached or read.</exception>
    public ValueTask<IReadOnlyList<BudgetState>> ReadAsync(CancellationToken cancellationToken = default) =>
        _store.ReadAsync(_claims, cancellationToken);

    /// <summary>Tells when so many more calls could be done, without sending or taking anything.</summary>
    /// <param name="calls">The number of calls, from 1 to <see cref="MostPlanned"/>.</param>
    /// <param name="cancellationToken">Ends the wait for the store.</param>
    /// <returns>When this user alone, and all users of the app together, could be done with them.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    /// <exception cref="BudgetStoreException">The store can't be reached or read.</exception>
    public async ValueTask<BudgetPlan> PlanAsync(int calls, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(calls, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(calls, MostPlanned);
        IReadOnlyList<BudgetLog> logs = await _store.ReadLogAsync(_claims, cancellationToken).ConfigureAwait(false);
        DateTimeOffset now = _timeProvider.GetUtcNow();
        int[] costs = [.. _claims.Select(claim => claim.Cost)];
        (DateTimeOffset first, DateTimeOffset last) = BudgetForecast.Of(logs, costs, now, calls);

        // Where users share a budget fairly, they may have all of it only if there are enough of them: no part is the
        // caller's then.
        int[] common = [.. Enumerable.Range(0, logs.Count).Where(i => logs[i].State.Key.Scope != BudgetScope.User)];
        BudgetLog[] commonLogs =
        [
            .. common.Select(i => logs[i] with
            {
                State = logs[i].State with { UsedByCaller = null },
                FreesOfCaller = [],
            }),
        ];
        (_, DateTimeOffset lastForAll) = BudgetForecast.Of(commonLogs, [.. common.Select(i => costs[i])], now, calls);
        return new BudgetPlan(calls, first, last, lastForAll);
    }
}
