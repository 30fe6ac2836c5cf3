using System.Globalization;
using System.Runtime.CompilerServices;
using ApiGen.Budgets;
using Microsoft.Extensions.Time.Testing;

namespace ApiGen.Runtime.Tests.Budgets;

public sealed class MemoryBudgetStoreTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _time = new();
    private readonly MemoryBudgetStore _store;

    public MemoryBudgetStoreTests() => _store = new MemoryBudgetStore(_time);

    [Fact]
    public async Task A_granted_and_settled_call_allocates_nothing()
    {
        BudgetClaim[] claims = [Claims.User("7", 50), Claims.App(80), Claims.User("7", 60, TimeSpan.FromHours(1))];
        await AllocatedByAsync(1_000);

        Assert.Equal(await AllocatedByAsync(1), await AllocatedByAsync(10_000));

        async Task<long> AllocatedByAsync(int calls)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            await CallAsync(calls);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        async Task CallAsync(int calls)
        {
            for (int call = 0; call < calls; call++)
            {
                BudgetDecision decision = await _store.ReserveAsync(claims, Timeout);
                if (!decision.IsGranted)
                    throw new InvalidOperationException("The test's own time is too slow.");
                await _store.SettleAsync(decision.Reservation, (BudgetOutcome)(call % 3));
                _time.Advance(TimeSpan.FromMinutes(30));
            }
        }
    }

    [Fact]
    public async Task Memory_grows_with_use_and_not_with_the_limit()
    {
        BudgetClaim[] small = [Claims.User("7", 1)];
        BudgetClaim[] large = [Claims.User("8", 100_000_000)];
        await _store.ReserveAsync([Claims.App(1)], Timeout);

        Assert.Equal(await AllocatedByAsync(small), await AllocatedByAsync(large));

        async Task<long> AllocatedByAsync(BudgetClaim[] claims)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            await _store.ReserveAsync(claims, Timeout);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public async Task Idle_subjects_are_forgotten_while_others_are_drawn_on()
    {
        WeakReference[] idle = await UseOnceAsync(500);
        _time.Advance(Claims.Day + Timeout);
        for (int call = 0; call < 500; call++)
            await _store.ReserveAsync([Claims.App(1_000)], Timeout);

        GC.Collect();

        Assert.DoesNotContain(idle, subject => subject.IsAlive);
        Assert.Equal(500, Assert.Single(await _store.ReadAsync([Claims.App(1_000)])).Used);
    }

    [Fact]
    public async Task Values_that_were_counted_by_a_day_are_forgotten_when_it_has_long_been_over()
    {
        var calendar = BudgetCalendar.Days("America/New_York");
        WeakReference[] idle = await UseOnceAsync(500, calendar);
        _time.Advance(calendar.Longest + Timeout);
        for (int call = 0; call < 500; call++)
            await _store.ReserveAsync([Claims.App(1_000)], Timeout);

        GC.Collect();

        Assert.DoesNotContain(idle, subject => subject.IsAlive);
    }

    [Fact]
    public async Task A_great_many_subjects_come_and_go_without_being_mixed_up()
    {
        for (int day = 0; day < 3; day++)
        {
            for (int user = 0; user < 3_000; user++)
            {
                BudgetClaim claim = Claims.User($"{day}-{user}", 1);
                Assert.True((await _store.ReserveAsync([claim], Timeout)).IsGranted);
                Assert.False((await _store.ReserveAsync([claim], Timeout)).IsGranted);
            }

            for (int user = 0; user < 3_000; user++)
                Assert.Equal(1, Assert.Single(await _store.ReadAsync([Claims.User($"{day}-{user}", 1)])).Used);
            _time.Advance(Claims.Day + Timeout);
            Assert.Equal(0, Assert.Single(await _store.ReadAsync([Claims.User($"{day}-{0}", 1)])).Used);
        }
    }

    [Fact]
    public async Task A_clock_whose_unit_is_no_part_of_a_tick_frees_no_slot_early()
    {
        var time = new SourceTimeProvider(frequency: 3);
        var store = new MemoryBudgetStore(time);
        BudgetClaim claim = Claims.User("7", 1, TimeSpan.FromTicks(10_000_001));
        BudgetDecision decision = await store.ReserveAsync([claim], Timeout);
        await store.SettleAsync(decision.Reservation, BudgetOutcome.Completed);

        time.Timestamp = 3;
        BudgetDecision refused = await store.ReserveAsync([claim], Timeout);
        Assert.Equal(time.GetUtcNow() + TimeSpan.FromTicks(3_333_334), refused.Refusal!.ResumesAt);
        time.Timestamp = 4;
        Assert.True((await store.ReserveAsync([claim], Timeout)).IsGranted);
    }

    [Theory]
    [InlineData(1_000_000_000)]
    [InlineData(2_441_406_250)]
    public async Task A_clock_finer_than_a_tick_frees_no_slot_early_and_none_three_ticks_late(long frequency)
    {
        const int Ticks = 10;
        var time = new SourceTimeProvider(frequency) { Timestamp = long.MaxValue / 2 };
        var store = new MemoryBudgetStore(time);
        BudgetClaim claim = Claims.User("7", 1, TimeSpan.FromTicks(Ticks));
        for (int step = 1; step < 1_000; step++)
        {
            BudgetDecision decision = await store.ReserveAsync([claim], Timeout);
            time.Timestamp += step;
            await store.SettleAsync(decision.Reservation, BudgetOutcome.Completed);

            long answered = time.Timestamp;
            time.Timestamp = answered + (Ticks * frequency / TimeSpan.TicksPerSecond) - 1;
            Assert.False((await store.ReserveAsync([claim], Timeout)).IsGranted);
            time.Timestamp = answered + ((Ticks + 3) * frequency / TimeSpan.TicksPerSecond);
        }
    }

    [Fact]
    public async Task A_slot_that_counts_calls_under_way_is_free_at_the_moment_of_the_answer()
    {
        var store = new MemoryBudgetStore(new SourceTimeProvider(1_000_000_000));
        BudgetClaim claim = Claims.User("7", 1, TimeSpan.Zero);
        for (int call = 0; call < 3; call++)
        {
            BudgetDecision decision = await store.ReserveAsync([claim], Timeout);
            Assert.True(decision.IsGranted);
            Assert.False((await store.ReserveAsync([claim], Timeout)).IsGranted);
            await store.SettleAsync(decision.Reservation, BudgetOutcome.Completed);
        }
    }

    [Fact]
    public void Clients_that_name_no_store_share_one() =>
        Assert.Same(MemoryBudgetStore.Shared, MemoryBudgetStore.Shared);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<WeakReference[]> UseOnceAsync(int subjects, BudgetCalendar? calendar = null)
    {
        var idle = new WeakReference[subjects];
        for (int i = 0; i < subjects; i++)
        {
            string subject = i.ToString("D20", CultureInfo.InvariantCulture);
            idle[i] = new WeakReference(subject);
            BudgetKey key = Claims.User(subject, 1, calendar?.Longest).Key with { Calendar = calendar };
            BudgetDecision decision = await _store.ReserveAsync([new BudgetClaim(key, 1)], Timeout);
            await _store.SettleAsync(decision.Reservation, BudgetOutcome.Completed);
        }

        return idle;
    }

    /// <summary>A clock of any unit.</summary>
    private sealed class SourceTimeProvider(long frequency) : TimeProvider
    {
        public long Timestamp { get; set; }

        public override long TimestampFrequency => frequency;

        public override long GetTimestamp() => Timestamp;

        public override DateTimeOffset GetUtcNow() => new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    }
}
