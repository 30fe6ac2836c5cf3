using ApiGen.Budgets;
using ApiGen.Redis.Tests.Servers;
using ApiGen.Runtime.Tests.Budgets;
using StackExchange.Redis;

namespace ApiGen.Redis.Tests;

/// <summary>Servers that can't be used, and what is said of them.</summary>
public sealed class RedisFailureTests
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(30);
    private static readonly BudgetClaim[] Calls = [Claims.User("7", 3)];

    [Fact]
    public async Task A_server_that_isnt_there_is_named_within_the_timeout()
    {
        string endPoint = $"127.0.0.1:{FreePort.Next()}";
        await using RedisBudgetStore store = Open(endPoint, timeout: 1);

        string message = await FailureAsync(store);

        Assert.Contains(endPoint, message, StringComparison.Ordinal);
        Assert.Contains("can't be reached within 1 s", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_was_away_is_used_again_when_it_is_back()
    {
        await using RedisProcess server = await RedisProcess.StartAsync("appendonly yes");
        await using RedisBudgetStore store = Open(server.EndPoint, timeout: 1);
        await store.ReserveAsync(Calls, CallTimeout);
        await server.KillAsync();
        await FailureAsync(store);

        await server.StartAgainAsync();

        BudgetDecision decision = await UntilUsableAsync(store);
        Assert.True(decision.IsGranted);
        Assert.InRange((await store.ReadAsync(Calls))[0].Used, 2, 3);
    }

    [Fact]
    public async Task A_server_that_asks_for_a_password_says_so()
    {
        await using RedisProcess server = await RedisProcess.StartAsync("requirepass secret");
        await using RedisBudgetStore store = Open(server.EndPoint, timeout: 60);

        string message = await FailureAsync(store);

        Assert.Contains("refuses this user or password", message, StringComparison.Ordinal);
        await using RedisBudgetStore known = Open($"{server.EndPoint},password=secret");
        Assert.True((await known.ReserveAsync(Calls, CallTimeout)).IsGranted);
    }

    [Fact]
    public async Task A_full_server_says_so_and_takes_nothing()
    {
        await using RedisProcess server = await RedisProcess.StartAsync("maxmemory-policy noeviction");
        await using RedisBudgetStore store = Open(server.EndPoint);
        await store.ReserveAsync(Calls, CallTimeout);
        await server.CommandAsync("CONFIG", "SET", "maxmemory", "1");

        Assert.Contains("has no memory left", await FailureAsync(store), StringComparison.Ordinal);

        await server.CommandAsync("CONFIG", "SET", "maxmemory", "0");
        Assert.Equal(1, (await store.ReadAsync(Calls))[0].Used);
    }

    [Fact]
    public async Task A_server_that_evicts_keys_isnt_used()
    {
        await using RedisProcess server =
            await RedisProcess.StartAsync("maxmemory 100mb", "maxmemory-policy allkeys-lru");
        await using RedisBudgetStore store = Open(server.EndPoint);

        Assert.Contains("(maxmemory-policy allkeys-lru)", await FailureAsync(store), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_thing_under_a_budgets_key_is_an_error()
    {
        await using RedisProcess server = await RedisProcess.StartAsync();
        await using RedisBudgetStore store = Open(server.EndPoint);
        RedisKey key = new RedisKeys("apigen").Of(Calls)[1];
        await server.CommandAsync("SET", (string)key!, "something");

        Assert.Contains("holds something else", await FailureAsync(store), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replica_alone_is_no_store()
    {
        await using RedisProcess primary = await RedisProcess.StartAsync();
        await using RedisProcess replica = await RedisProcess.StartAsync($"replicaof 127.0.0.1 {primary.Port}");
        await using RedisBudgetStore store = Open(replica.EndPoint, timeout: 2);

        Assert.Contains(replica.EndPoint, await FailureAsync(store), StringComparison.Ordinal);
        await using RedisBudgetStore both = Open($"{replica.EndPoint},{primary.EndPoint}");
        Assert.True((await both.ReserveAsync(Calls, CallTimeout)).IsGranted);
    }

    [Fact]
    public async Task Forgotten_scripts_and_ended_connections_go_unnoticed()
    {
        await using RedisProcess server = await RedisProcess.StartAsync();
        await using RedisBudgetStore store = Open(server.EndPoint);
        for (int used = 1; used <= 3; used++)
        {
            Assert.True((await store.ReserveAsync(Calls, CallTimeout)).IsGranted);
            if (used == 1)
                await server.CommandAsync("SCRIPT", "FLUSH");
            else
                await server.CommandAsync("CLIENT", "KILL", "TYPE", "normal");
        }

        Assert.Equal(3, (await store.ReadAsync(Calls))[0].Used);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_under_way_gives_its_slot_back()
    {
        await using RedisProcess server = await RedisProcess.StartAsync();
        await using RedisBudgetStore store = Open(server.EndPoint);
        await store.ReadAsync(Calls);
        await server.CommandAsync("CLIENT", "PAUSE", "300", "WRITE");
        using var cancelling = new CancellationTokenSource();
        Task<BudgetDecision> reserving =
            store.ReserveAsync(Calls, CallTimeout, cancelling.Token).AsTask();
        await cancelling.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reserving);

        // Each answer gives back what was left before it.
        while ((await store.ReadAsync(Calls))[0].Used > 0)
            await Task.Delay(20, TestContext.Current.CancellationToken);
    }

    private static RedisBudgetStore Open(string configuration, int timeout = 10) =>
        new(configuration, new RedisBudgetStoreOptions { Timeout = TimeSpan.FromSeconds(timeout) });

    private static async Task<string> FailureAsync(RedisBudgetStore store) =>
        (await Assert.ThrowsAsync<BudgetStoreException>(
            async () => await store.ReserveAsync(Calls, CallTimeout))).Message;

    private static async Task<BudgetDecision> UntilUsableAsync(RedisBudgetStore store)
    {
        while (true)
        {
            try
            {
                return await store.ReserveAsync(Calls, CallTimeout);
            }
            catch (BudgetStoreException)
            {
                // The connection is being made anew.
            }
        }
    }
}
