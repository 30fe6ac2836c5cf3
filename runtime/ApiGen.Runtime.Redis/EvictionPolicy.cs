using StackExchange.Redis;

namespace ApiGen.Budgets;

/// <summary>Whether a server throws keys away when its memory is full.</summary>
internal static class EvictionPolicy
{
    /// <summary>Refuses a server that does. One that doesn't tell is believed to keep its keys.</summary>
    /// <exception cref="BudgetStoreException">The server would throw budgets away.</exception>
    public static async Task CheckAsync(IConnectionMultiplexer connection, RedisKey key, string name)
    {
        string? info;
        try
        {
            // By a script, because the connection lets only administrators ask directly.
            object[] question = ["return redis.call('INFO', 'memory')", 1, key];
            info = (string?)await connection.GetDatabase()
                .ExecuteAsync("EVAL", question, CommandFlags.DemandMaster).ConfigureAwait(false);
        }
        catch (RedisServerException exception) when (!RedisFailure.IsPassing(exception))
        {
            return;
        }

        string? policy = Find(info, "maxmemory_policy:");
        if (policy is not (null or "noeviction") && Find(info, "maxmemory:") is not (null or "0"))
        {
            throw new BudgetStoreException(
                $"The Redis server {name} throws keys away when its memory is full (maxmemory-policy {policy}), " +
                "budgets among them: set noeviction.");
        }
    }

    private static string? Find(string? info, string field)
    {
        foreach (ReadOnlySpan<char> line in (info ?? "").AsSpan().EnumerateLines())
        {
            if (line.StartsWith(field, StringComparison.Ordinal))
                return line[field.Length..].ToString();
        }

        return null;
    }
}
