using ApiGen.Budgets;
using ApiGen.Redis.Tests.Servers;
using ApiGen.Runtime.Tests.Budgets;

namespace ApiGen.Redis.Tests;

/// <summary>What is granted only when replicas have it, too.</summary>
public sealed class RedisReplicaTests
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(30);
    private static readonly BudgetClaim[] Calls = [Claims.User("7", 3)];

    [Fact]
    public async Task A_promoted_replica_has_every_granted_reservation()
    {
        await using RedisProcess primary = await RedisProcess.StartAsync();
        await using RedisProcess replica = await RedisProcess.StartAsync();
        await replica.FollowAsync(primary);
        await using RedisBudgetStore store = Open($"{primary.EndPoint},{replica.EndPoint}", replicaTimeout: 5_000);
        Assert.True((await store.ReserveAsync(Calls, CallTimeout)).IsGranted);
        Assert.True((await store.ReserveAsync(Calls, CallTimeout)).IsGranted);

        await primary.KillAsync();
        await replica.CommandAsync("REPLICAOF", "NO", "ONE");

        await using RedisBudgetStore after = new($"{replica.EndPoint}", new RedisBudgetStoreOptions());
        Assert.Equal(2, (await after.ReadAsync(Calls))[0].Used);
        Assert.Equal(2, (await store.ReadAsync(Calls))[0].Used);
        Assert.True((await after.ReserveAsync(Calls, CallTimeout)).IsGranted);
    }

    [Fact]
    public async Task Without_its_replicas_a_server_grants_nothing_and_keeps_nothing()
    {
        await using RedisProcess primary = await RedisProcess.StartAsync();
        await using RedisBudgetStore store = Open(primary.EndPoint);

        var failure = await Assert.ThrowsAsync<BudgetStoreException>(
            async () => await store.ReserveAsync(Calls, CallTimeout));

        Assert.Contains("has 0 of 1 replicas", failure.Message, StringComparison.Ordinal);
        while ((await store.ReadAsync(Calls))[0].Used > 0)
            await Task.Delay(20, TestContext.Current.CancellationToken);
    }

    private static RedisBudgetStore Open(string configuration, int replicaTimeout = 200) => new(
        configuration,
        new RedisBudgetStoreOptions
        {
            MinReplicas = 1,
            ReplicaTimeout = TimeSpan.FromMilliseconds(replicaTimeout),
            Timeout = TimeSpan.FromSeconds(20),
        });
}
