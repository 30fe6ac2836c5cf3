using System.Globalization;
using ApiGen.Budgets;
using ApiGen.Pipeline;

namespace ApiGen;

/// <summary>
/// The budgets of one endpoint, with those of its pools, or of one pool; for one user of one app or for the app alone.
/// </summary>
public sealed class EndpointBudgets
{
    /// <summary>The most calls that a plan is made for: a million.</summary>
    public const int MostPlanned = 1_000_000;

    private readonly CallPipeline _pipeline;
    private readonly Caller _caller;
    private readonly IEnumerable<BudgetLimit> _limits;
    private readonly Func<CallIdentity, CountedValues?, BudgetClaim[]> _claimsOf;
    private readonly CountedValues? _values;

    internal EndpointBudgets(
        CallPipeline pipeline,
        Caller caller,
        IEnumerable<BudgetLimit> limits,
        Func<CallIdentity, CountedValues?, BudgetClaim[]> claimsOf,
        CountedValues? values = null)
    {
        _pipeline = pipeline;
        _caller = caller;
        _limits = limits;
        _claimsOf = claimsOf;
        _values = values;
    }

    /// <summary>
    /// The same budgets, with those that count calls apart for each value of a parameter: the ones of one value.
    /// </summary>
    /// <param name="parameter">The parameter, by its name on the wire, as a limit's <c>for-each</c> names it.</param>
    /// <param name="value">The value as it is sent, or null for calls that leave it out.</param>
    /// <returns>
    /// Budgets to read and plan with, those of other values unchanged. Where a limit counts by several parameters, give
    /// each in turn: one that isn't given counts as left out.
    /// </returns>
    /// <exception cref="ArgumentException">No limit counts by this parameter.</exception>
    public EndpointBudgets For(string parameter, string? value)
    {
        if (!_limits.Any(limit => CountedValues.NamesOf(limit.ForEach).Contains(parameter)))
            throw new ArgumentException($"No limit counts calls apart for each {parameter}.", nameof(parameter));
        return new(_pipeline, _caller, _limits, _claimsOf, CountedValues.Asked(_values, parameter, value));
    }

    /// <inheritdoc cref="For(string, string?)"/>
    public EndpointBudgets For(string parameter, long value) =>
        For(parameter, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Reads what is used and left, without sending or taking anything.</summary>
    /// <param name="cancellationToken">Ends the wait for the store or the credentials.</param>
    /// <returns>
    /// One state a limit, in the order of the spec, without those that count only calls of another kind, or that count by
    /// a value which isn't given (see <see cref="For(string, string?)"/>); empty if the spec declares no limit.
    /// </returns>
    /// <exception cref="BudgetStoreException">The store can't be reached or read.</exception>
    public async ValueTask<IReadOnlyList<BudgetState>> ReadAsync(CancellationToken cancellationToken = default)
    {
        CallIdentity identity = await _caller.IdentifyAsync(cancellationToken).ConfigureAwait(false);
        return await _pipeline.BudgetStore.ReadAsync(_claimsOf(identity, _values), cancellationToken).ConfigureAwait(false);
    }

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
        CallIdentity identity = await _caller.IdentifyAsync(cancellationToken).ConfigureAwait(false);
        BudgetClaim[] claims = _claimsOf(identity, _values);
        IReadOnlyList<BudgetLog> logs = await _pipeline.BudgetStore.ReadLogAsync(claims, cancellationToken)
            .ConfigureAwait(false);
        DateTimeOffset now = _pipeline.TimeProvider.GetUtcNow();
        int[] costs = [.. claims.Select(claim => claim.Cost)];
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
