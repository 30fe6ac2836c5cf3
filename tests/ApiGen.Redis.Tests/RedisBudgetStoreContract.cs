using ApiGen.Budgets;
using ApiGen.Redis.Tests.Servers;
using ApiGen.Runtime.Tests.Budgets;

namespace ApiGen.Redis.Tests;

/// <summary>What every budget store must do, by the server's own scripts.</summary>
public abstract class RedisBudgetStoreContract : BudgetStoreContract, IAsyncDisposable
{
    private readonly RedisBudgetStore _store;

    private protected RedisBudgetStoreContract(string endPoint) => _store = TestStore.Open(endPoint, Time);

    private protected override IBudgetStore Store => _store;

    private protected override TimeSpan Tick => TimeSpan.FromMicroseconds(1);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _store.DisposeAsync();
    }
}

/// <summary>In this process, everywhere.</summary>
public sealed class GarnetContract(GarnetFixture server)
    : RedisBudgetStoreContract(server.EndPoint), IClassFixture<GarnetFixture>;

/// <summary>On the server itself, where it is installed.</summary>
public sealed class RedisContract(RedisFixture server)
    : RedisBudgetStoreContract(server.EndPoint), IClassFixture<RedisFixture>;

/// <summary>On a cluster of it.</summary>
public sealed class RedisClusterContract(ClusterFixture servers)
    : RedisBudgetStoreContract(servers.EndPoint), IClassFixture<ClusterFixture>;
