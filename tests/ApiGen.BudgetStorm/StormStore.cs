using ApiGen.Budgets;

namespace ApiGen.BudgetStorm;

/// <summary>Opens the store that the command line names.</summary>
internal static class StormStore
{
    public static IBudgetStore Open(StormOptions options) => options.IsRedis
        ? new RedisBudgetStore(
            options.Store[StormOptions.RedisPrefix.Length..],
            new RedisBudgetStoreOptions { MinReplicas = options.MinReplicas, KeyPrefix = "storm" })

        // A killed process is all that is met here, and flushing every call would only make the storm a breeze.
        : new SqliteBudgetStore(
            options.Store, new SqliteBudgetStoreOptions { Durability = SqliteDurability.ProcessKill });
}
