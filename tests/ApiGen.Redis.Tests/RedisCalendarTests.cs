using ApiGen.Budgets;
using ApiGen.Redis.Tests.Servers;
using ApiGen.Runtime.Tests.Budgets;
using StackExchange.Redis;

namespace ApiGen.Redis.Tests;

/// <summary>Days that the server's clock tells, by rules that the client knows.</summary>
public sealed class RedisCalendarTests(GarnetFixture server) : IClassFixture<GarnetFixture>
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(30);
    private static readonly BudgetCalendar Utc = BudgetCalendar.Days("UTC");
    private static readonly BudgetClaim Claim = new(Claims.User("7", 1, Utc.Longest).Key with { Calendar = Utc }, 1);

    private readonly SteppedTimeProvider _time = new();

    [Fact]
    public async Task The_servers_clock_ends_the_day_where_it_differs_from_the_clients()
    {
        // The server is an hour behind: by its clock there are 13 hours left of the day, and not 12.
        await using RedisBudgetStore store = Open(TimeSpan.FromHours(-1));
        Assert.True(await TryAsync(store));

        BudgetDecision refused = await store.ReserveAsync([Claim], CallTimeout);

        Assert.Equal(_time.GetUtcNow() + TimeSpan.FromHours(13), refused.Refusal!.ResumesAt);
        _time.Advance(TimeSpan.FromHours(13) - TimeSpan.FromMicroseconds(1));
        Assert.False(await TryAsync(store));
        _time.Advance(TimeSpan.FromMicroseconds(1));
        Assert.True(await TryAsync(store));
    }

    [Theory]
    [InlineData(-10)]
    [InlineData(10)]
    public async Task Where_the_two_clocks_are_days_apart_a_slot_is_held_for_the_longest_day(int days)
    {
        await using RedisBudgetStore store = Open(TimeSpan.FromDays(days));
        Assert.True(await TryAsync(store));

        BudgetDecision refused = await store.ReserveAsync([Claim], CallTimeout);

        Assert.Equal(_time.GetUtcNow() + Utc.Longest, refused.Refusal!.ResumesAt);
        _time.Advance(Utc.Longest - TimeSpan.FromMicroseconds(1));
        Assert.False(await TryAsync(store));
        _time.Advance(TimeSpan.FromMicroseconds(1));
        Assert.True(await TryAsync(store));
    }

    [Fact]
    public async Task A_server_whose_clock_is_set_past_midnight_doesnt_end_the_day()
    {
        await using RedisBudgetStore store = TestStore.Open(server.EndPoint, _time);
        Assert.True(await TryAsync(store));
        _time.StepWall(TimeSpan.FromHours(13));

        Assert.False(await TryAsync(store));
        _time.Advance(Utc.Longest - TimeSpan.FromMicroseconds(1));
        Assert.False(await TryAsync(store));
        _time.Advance(TimeSpan.FromMicroseconds(1));
        Assert.True(await TryAsync(store));
    }

    [Fact]
    public async Task What_a_version_without_calendars_has_recorded_is_gone_on_with()
    {
        string prefix = TestStore.NewPrefix();
        await using RedisBudgetStore first = TestStore.Open(server.EndPoint, _time, prefix);
        await first.ReserveAsync([Claims.User("7", 9)], CallTimeout);
        await using (ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(server.EndPoint))
        {
            // That version's record ends eight bytes earlier.
            IDatabase database = connection.GetDatabase();
            string key = $"{{{prefix}}}:record";
            byte[] record = (byte[])(await database.StringGetAsync(key))!;
            await database.StringSetAsync(key, record[..^8]);
        }

        await using RedisBudgetStore second = TestStore.Open(server.EndPoint, _time, prefix);

        Assert.True(await TryAsync(second));
        Assert.Equal(1, Assert.Single(await first.ReadAsync([Claims.User("7", 9)])).Used);
        _time.Advance(TimeSpan.FromHours(12));
        Assert.True(await TryAsync(first));
    }

    private static async Task<bool> TryAsync(RedisBudgetStore store)
    {
        BudgetDecision decision = await store.ReserveAsync([Claim], CallTimeout);
        if (decision.IsGranted)
            await store.SettleAsync(decision.Reservation, BudgetOutcome.Completed);
        return decision.IsGranted;
    }

    private RedisBudgetStore Open(TimeSpan serverAhead)
    {
        var options = new RedisBudgetStoreOptions
        {
            KeyPrefix = TestStore.NewPrefix(),
            ClockTolerance = TimeSpan.Zero,
            TimeProvider = _time,
            Timeout = TimeSpan.FromSeconds(10),
        };
        return new RedisBudgetStore(
            options,
            new RedisConnection(ConfigurationOptions.Parse(server.EndPoint)),
            () => (_time.GetUtcNow() + serverAhead - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);
    }
}
