using ApiGen.Budgets;
using StackExchange.Redis;

namespace ApiGen.Redis.Tests;

/// <summary>Opens stores for tests.</summary>
internal static class TestStore
{
    private static int _prefixes;

    /// <summary>A prefix that no other test has.</summary>
    public static string NewPrefix() => $"test-{Interlocked.Increment(ref _prefixes)}";

    /// <summary>Opens a store whose server's clock is a test's, too.</summary>
    public static RedisBudgetStore Open(
        string endPoint, TimeProvider time, string? prefix = null, Action<RedisBudgetStoreOptions>? change = null)
    {
        var options = new RedisBudgetStoreOptions
        {
            KeyPrefix = prefix ?? NewPrefix(),
            ClockTolerance = TimeSpan.Zero,
            TimeProvider = time,
            Timeout = TimeSpan.FromSeconds(10),
        };
        change?.Invoke(options);
        var configuration = ConfigurationOptions.Parse(endPoint);
        return new RedisBudgetStore(
            options, new RedisConnection(configuration), () => WallTime(time));
    }

    private static long WallTime(TimeProvider time) =>
        (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
