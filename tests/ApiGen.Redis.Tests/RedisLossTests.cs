using ApiGen.Budgets;
using ApiGen.Redis.Tests.Servers;
using ApiGen.Runtime.Tests.Budgets;
using Microsoft.Extensions.Time.Testing;

namespace ApiGen.Redis.Tests;

/// <summary>What a server forgets, and what stays refused because of it.</summary>
public sealed class RedisLossTests
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Tick = TimeSpan.FromMicroseconds(1);
    private static readonly BudgetClaim[] Calls = [Claims.User("7", 3), Claims.App(9)];

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task After_a_flush_nothing_is_granted_until_all_that_was_lost_has_freed()
    {
        await using RedisProcess server = await RedisProcess.StartAsync();
        await using RedisBudgetStore store = TestStore.Open(server.EndPoint, _time);
        await ReserveAsync(store);
        DateTimeOffset free = _time.GetUtcNow() + CallTimeout + Claims.Day;

        await server.CommandAsync("FLUSHALL");

        BudgetRefusal refusal = await LostAsync(store);
        Assert.Equal(free, refusal.ResumesAt);
        Assert.Equal(0, refusal.State.Remaining);
        BudgetLog log = (await store.ReadLogAsync(Calls))[1];
        Assert.Equal(9, log.State.Used);
        Assert.Equal(Enumerable.Repeat(free, 9), log.Frees);
        _time.Advance(free - _time.GetUtcNow() - Tick);
        await LostAsync(store);
        _time.Advance(Tick);
        Assert.True((await ReserveAsync(store)).IsGranted);
    }

    [Fact]
    public async Task A_loss_that_one_process_has_found_isnt_prolonged_by_another()
    {
        await using RedisProcess server = await RedisProcess.StartAsync();
        string prefix = TestStore.NewPrefix();
        await using RedisBudgetStore first = TestStore.Open(server.EndPoint, _time, prefix);
        await using RedisBudgetStore second = TestStore.Open(server.EndPoint, _time, prefix);
        await ReserveAsync(first);
        await ReserveAsync(second);
        await server.CommandAsync("FLUSHALL");
        DateTimeOffset resumes = (await LostAsync(first)).ResumesAt;

        _time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(resumes, (await LostAsync(second)).ResumesAt);
        Assert.Equal(resumes, (await LostAsync(first)).ResumesAt);
    }

    [Fact]
    public async Task A_process_that_knew_of_slots_ends_the_trust_of_one_that_found_the_server_empty()
    {
        await using RedisProcess server = await RedisProcess.StartAsync();
        string prefix = TestStore.NewPrefix();
        await using RedisBudgetStore old = TestStore.Open(server.EndPoint, _time, prefix);
        await using RedisBudgetStore young = TestStore.Open(server.EndPoint, _time, prefix);
        await ReserveAsync(old);
        await server.CommandAsync("FLUSHALL");
        Assert.True((await ReserveAsync(young)).IsGranted);

        await LostAsync(old);

        await LostAsync(young);
        await LostAsync(old);
    }

    [Fact]
    public async Task A_call_reserved_before_a_loss_is_settled_after_it_and_holds_its_slot()
    {
        await using RedisProcess server = await RedisProcess.StartAsync();
        await using RedisBudgetStore store = TestStore.Open(server.EndPoint, _time);
        BudgetReservation reservation = (await ReserveAsync(store)).Reservation;
        await server.CommandAsync("FLUSHALL");

        // Later than what the loss holds, because it outlived its deadline.
        await LostAsync(store);
        _time.Advance(CallTimeout + TimeSpan.FromHours(1));
        await store.SettleAsync(reservation, BudgetOutcome.Completed);
        await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await store.SettleAsync(reservation, BudgetOutcome.NeverSent));

        _time.Advance(Claims.Day - Tick);
        Assert.Equal(1, (await store.ReadAsync(Calls))[0].Used);
        _time.Advance(Tick);
        Assert.Equal(0, (await store.ReadAsync(Calls))[0].Used);
    }

    [Fact]
    public async Task A_server_killed_without_having_kept_anything_grants_nothing()
    {
        await using RedisProcess server = await RedisProcess.StartAsync();
        await using RedisBudgetStore store = TestStore.Open(server.EndPoint, _time);
        await ReserveAsync(store);

        await server.KillAsync();
        await server.StartAgainAsync();

        await LostAsync(store);
    }

    [Fact]
    public async Task A_server_that_comes_back_with_an_old_snapshot_grants_nothing()
    {
        await using RedisProcess server = await RedisProcess.StartAsync();
        await using RedisBudgetStore store = TestStore.Open(server.EndPoint, _time);
        await ReserveAsync(store);
        await server.CommandAsync("SAVE");
        await ReserveAsync(store);

        await server.KillAsync();
        await server.StartAgainAsync();

        await LostAsync(store);
    }

    [Theory]
    [InlineData("everysec")]
    [InlineData("always")]
    public async Task A_server_killed_with_its_log_goes_on_with_every_slot(string policy)
    {
        await using RedisProcess server = await RedisProcess.StartAsync("appendonly yes", $"appendfsync {policy}");
        await using RedisBudgetStore store = TestStore.Open(server.EndPoint, _time);
        await ReserveAsync(store);
        BudgetReservation second = (await ReserveAsync(store)).Reservation;
        await server.WrittenAsync();

        await server.KillAsync();
        await server.StartAgainAsync();

        await store.SettleAsync(second, BudgetOutcome.NeverSent);
        Assert.True((await ReserveAsync(store)).IsGranted);
        Assert.Equal([2, 2], (await store.ReadAsync(Calls)).Select(state => state.Used));
    }

    [Fact]
    public async Task A_server_without_a_record_grants_nothing_to_those_who_dont_trust_it()
    {
        await using RedisProcess server = await RedisProcess.StartAsync();
        await using RedisBudgetStore store =
            TestStore.Open(server.EndPoint, _time, change: options => options.TrustsEmptyServer = false);

        BudgetRefusal refusal = await LostAsync(store);

        Assert.Equal(_time.GetUtcNow() + CallTimeout + Claims.Day, refusal.ResumesAt);
        _time.Advance(CallTimeout + Claims.Day);
        Assert.True((await ReserveAsync(store)).IsGranted);
    }

    [Fact]
    public async Task A_leap_of_the_servers_clock_by_which_keys_may_expire_is_a_loss()
    {
        await using RedisProcess server = await RedisProcess.StartAsync();
        var time = new SteppedTimeProvider();
        await using RedisBudgetStore store = TestStore.Open(server.EndPoint, time);
        await ReserveAsync(store);

        time.StepWall(TimeSpan.FromHours(23));
        Assert.True((await ReserveAsync(store)).IsGranted);
        Assert.Equal(2, (await store.ReadAsync(Calls))[0].Used);
        time.StepWall(TimeSpan.FromHours(2));

        await LostAsync(store);
    }

    private static async Task<BudgetDecision> ReserveAsync(RedisBudgetStore store) =>
        await store.ReserveAsync(Calls, CallTimeout);

    private static async Task<BudgetRefusal> LostAsync(RedisBudgetStore store)
    {
        BudgetDecision decision = await ReserveAsync(store);
        Assert.False(decision.IsGranted);
        Assert.Equal(BudgetRefusalReason.StateLost, decision.Refusal.Reason);
        return decision.Refusal;
    }
}
