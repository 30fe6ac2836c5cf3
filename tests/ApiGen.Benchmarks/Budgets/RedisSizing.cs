using StackExchange.Redis;

namespace ApiGen.Benchmarks.Budgets;

/// <summary>What users take in Redis, as the server tells it, and how fast one node is.</summary>
/// <param name="User">The bytes of a user.</param>
/// <param name="Call">The bytes of each of his calls of the window.</param>
/// <param name="CallsASecond">Calls of 64 callers, reserved and settled.</param>
internal sealed record RedisSizing(double User, double Call, double CallsASecond)
{
    private const int Users = 200;
    private const int Turns = 9;
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>Measures; null where there is no server.</summary>
    public static async Task<RedisSizing?> MeasureAsync(int calls)
    {
        if (!RedisServer.IsInstalled)
            return null;
        await using RedisServer server = await RedisServer.StartAsync();
        await using var store = new RedisBudgetStore(server.Connection, new RedisBudgetStoreOptions());
        BudgetClaim[][] users =
            [.. Enumerable.Range(0, Users).Select(user => new[] { Budgets.Call.OfUser(Budgets.Call.User(user), Day) })];
        double one = await BytesAsync(server, store, users, calls: 1);
        double many = await BytesAsync(server, store, users, calls - 1);
        double call = (many - one) / (calls - 1);

        List<double> speeds = [];
        for (int turn = 0; turn < Turns; turn++)
            speeds.Add(await GroupRows.CallsASecondAsync(store, users, GroupRows.Callers));
        return new RedisSizing(one - call, call, speeds.Order().ElementAt(Turns / 2));
    }

    // The bytes of a user after so many calls more.
    private static async Task<double> BytesAsync(
        RedisServer server, RedisBudgetStore store, BudgetClaim[][] users, int calls)
    {
        for (int call = 0; call < calls; call++)
            await Task.WhenAll(users.Select(claims => Budgets.Call.MakeAsync(store, claims)));
        var keys = new RedisKeys(new RedisBudgetStoreOptions().KeyPrefix);
        double bytes = 0;
        foreach (BudgetClaim[] claims in users)
        {
            RedisKey slots = keys.Of(claims)[1];
            bytes += (double)await server.Database.ExecuteAsync("MEMORY", "USAGE", slots, "SAMPLES", 0);
        }

        return bytes / users.Length;
    }
}
