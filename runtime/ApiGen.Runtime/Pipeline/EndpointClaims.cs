using ApiGen.Budgets;
using ApiGen.CompilerServices;

namespace ApiGen.Pipeline;

/// <summary>Makes claims of the limits that a spec declares.</summary>
internal static class EndpointClaims
{
    /// <summary>What a call of an endpoint draws on: its own limits, then those of its pools.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="identity">Who calls.</param>
    /// <param name="values">By what limits count apart; null without those limits.</param>
    public static BudgetClaim[] Of(EndpointDescriptor endpoint, CallIdentity identity, CountedValues? values) =>
    [
        .. Of(endpoint.OwnPool, endpoint.Limits, endpoint.Cost, identity, values),
        .. endpoint.Pools.SelectMany(pool => Of(endpoint.Api, pool, endpoint.Cost, identity, values)),
    ];

    /// <summary>What a call that takes one slot of a pool draws on there.</summary>
    public static BudgetClaim[] Of(
        ApiDescriptor api, PoolDescriptor pool, CallIdentity identity, CountedValues? values) =>
        [.. Of(api, pool, cost: 1, identity, values)];

    // An endpoint's name has a slash of its own, so that no pool's name is an endpoint's.
    private static IEnumerable<BudgetClaim> Of(
        ApiDescriptor api, PoolDescriptor pool, int cost, CallIdentity identity, CountedValues? values) =>
        Of($"{api.Name}/{pool.Name}", pool.Limits, cost, identity, values);

    private static IEnumerable<BudgetClaim> Of(
        string pool, BudgetLimit[] limits, int cost, CallIdentity identity, CountedValues? values) =>
        from limit in limits
        let subject = identity.SubjectOf(limit, values)
        where subject is not null
        select new BudgetClaim(
            new BudgetKey(pool, limit.Scope, subject, limit.Window)
            {
                Calendar = limit.Calendar,
                ForEach = limit.ForEach,
            },
            limit.Count,
            cost,
            limit.IsFair ? identity.SubjectOf(BudgetScope.User) ?? subject : null);
}
