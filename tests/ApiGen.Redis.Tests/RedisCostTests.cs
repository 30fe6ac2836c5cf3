using ApiGen.Budgets;
using ApiGen.Redis.Tests.Servers;
using ApiGen.Runtime.Tests.Budgets;

namespace ApiGen.Redis.Tests;

/// <summary>What the server is asked, as it counts.</summary>
public sealed class RedisCostTests
{
    private const int Reservations = 100;

    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(30);
    private static readonly BudgetClaim[] Calls = [Claims.User("7", Reservations), Claims.App(Reservations * 2)];

    // Those that administrators send, and a connection by itself.
    private static readonly string[] NotAsked =
        ["client", "cluster", "config", "echo", "hello", "info", "ping", "quit", "sentinel", "subscribe"];

    // Those that the script runs on the server.
    private static readonly string[] WithinScripts =
        ["get", "pexpire", "set", "time", "zadd", "zcard", "zremrangebyscore"];

    [Fact]
    public async Task A_hundred_reservations_are_a_hundred_scripts_and_nothing_else()
    {
        await using RedisProcess server = await RedisProcess.StartAsync();
        await using var store = new RedisBudgetStore(server.EndPoint);
        await store.ReadAsync(Calls);
        await store.ReserveAsync([Claims.User("8", 1)], CallTimeout);
        await server.CommandAsync("CONFIG", "RESETSTAT");

        for (int i = 0; i < Reservations; i++)
            Assert.True((await store.ReserveAsync(Calls, CallTimeout)).IsGranted);

        Dictionary<string, int> counts = await CountsAsync(server);
        Assert.Equal(Reservations, counts["evalsha"]);
        Assert.Equal(["evalsha"], counts.Keys.Except(NotAsked).Except(WithinScripts));
        Assert.Equal(Reservations, counts["set"]);
        Assert.Equal(Reservations * Calls.Length, counts["zadd"]);
    }

    private static async Task<Dictionary<string, int>> CountsAsync(RedisProcess server)
    {
        const string Start = "cmdstat_";
        string info = (string)(await server.CommandAsync("INFO", "commandstats"))!;
        return info.Split("\r\n").Where(line => line.StartsWith(Start, StringComparison.Ordinal))
            .Select(line => line[Start.Length..].Split(':', '=', ',', '|'))
            .GroupBy(parts => parts[0], parts => int.Parse(
                parts[Array.IndexOf(parts, "calls") + 1], System.Globalization.CultureInfo.InvariantCulture))
            .ToDictionary(group => group.Key, group => group.Sum());
    }
}
