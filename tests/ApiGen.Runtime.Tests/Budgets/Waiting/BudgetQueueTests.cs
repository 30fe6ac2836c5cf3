using ApiGen.Budgets;
using ApiGen.Budgets.Waiting;
using Microsoft.Extensions.Time.Testing;

namespace ApiGen.Runtime.Tests.Budgets.Waiting;

public sealed class BudgetQueueTests
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan TenDays = TimeSpan.FromDays(10);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly MemoryBudgetStore _store;
    private readonly BudgetQueue _queue;

    public BudgetQueueTests()
    {
        _store = new MemoryBudgetStore(_time);
        _queue = BudgetQueue.Of(_store, _time);
    }

    [Fact]
    public async Task A_call_waits_until_its_slot_frees_and_not_longer()
    {
        await CompleteAsync(Claims.User("7", 1));
        Task<BudgetDecision> waiting = WaitAsync(Claims.User("7", 1));

        _time.Advance(Claims.Day - TimeSpan.FromMilliseconds(1));
        Assert.False(waiting.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.True((await waiting).IsGranted);
    }

    [Fact]
    public async Task A_call_waits_until_the_day_is_over_and_not_longer()
    {
        var calendar = BudgetCalendar.Days("America/New_York");
        var claim = new BudgetClaim(Claims.User("7", 1, calendar.Longest).Key with { Calendar = calendar }, 1);
        _time.Advance(TimeSpan.FromHours(17) - TimeSpan.FromSeconds(10));
        BudgetDecision underWay = await _store.ReserveAsync([claim], CallTimeout);
        Task<BudgetDecision> waiting = WaitAsync(claim);

        // As far as the store knows, the call may be answered after midnight; it is before.
        _time.Advance(TimeSpan.FromSeconds(1));
        await SettleAsync(underWay, BudgetOutcome.Completed);
        _time.Advance(TimeSpan.FromSeconds(9) - TimeSpan.FromMilliseconds(1));
        Assert.False(waiting.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.True((await waiting).IsGranted);
    }

    [Fact]
    public async Task Calls_are_served_in_the_order_in_which_they_came()
    {
        BudgetClaim hourly = Claims.User("7", 1, TimeSpan.FromHours(1));
        await CompleteAsync(hourly);
        List<int> served = [];
        Task[] waiting = [.. Enumerable.Range(0, 5).Select(CallAsync)];

        for (int hour = 0; hour < 5; hour++)
        {
            _time.Advance(TimeSpan.FromHours(1));
            await waiting[hour];
        }

        Assert.Equal([0, 1, 2, 3, 4], served);

        async Task CallAsync(int number)
        {
            BudgetDecision decision = await WaitAsync(hourly);
            Assert.True(decision.IsGranted);
            served.Add(number);
            await SettleAsync(decision, BudgetOutcome.Completed);
        }
    }

    [Fact]
    public async Task A_wait_that_cannot_succeed_in_its_bound_fails_at_once_with_the_time_at_which_it_could()
    {
        await CompleteAsync(Claims.User("7", 1));

        BudgetDecision decision = await WaitAsync(Claims.User("7", 1), TimeSpan.FromHours(23));

        Assert.False(decision.IsGranted);
        Assert.Equal(_time.GetUtcNow() + Claims.Day, decision.Refusal.ResumesAt);
    }

    [Fact]
    public async Task The_bound_counts_those_who_wait_before()
    {
        BudgetClaim hourly = Claims.User("7", 1, TimeSpan.FromHours(1));
        await CompleteAsync(hourly);
        Task<BudgetDecision> first = WaitAsync(hourly);
        Task<BudgetDecision> second = WaitAsync(hourly);

        BudgetDecision third = await WaitAsync(hourly, TimeSpan.FromHours(3) - TimeSpan.FromTicks(1));

        Assert.False(third.IsGranted);
        Assert.Equal(_time.GetUtcNow() + TimeSpan.FromHours(3), third.Refusal.ResumesAt);
        Assert.False(first.IsCompleted || second.IsCompleted);
        Assert.False(WaitAsync(hourly, TimeSpan.FromHours(3)).IsCompleted);
    }

    [Fact]
    public async Task A_call_that_does_not_wait_passes_nobody_who_does()
    {
        BudgetClaim hourly = Claims.User("7", 1, TimeSpan.FromHours(1));
        await CompleteAsync(hourly);
        Task<BudgetDecision> waiting = WaitAsync(hourly);

        BudgetDecision hasty = await WaitAsync(hourly, TimeSpan.Zero);

        Assert.False(hasty.IsGranted);
        Assert.Equal(_time.GetUtcNow() + TimeSpan.FromHours(2), hasty.Refusal.ResumesAt);
        _time.Advance(TimeSpan.FromHours(1));
        Assert.True((await waiting).IsGranted);
    }

    [Fact]
    public async Task Who_waits_for_a_users_budget_does_not_hold_up_the_app()
    {
        BudgetClaim app = Claims.App(10);
        await CompleteAsync(Claims.User("7", 1), app);
        Task<BudgetDecision> waiting = WaitAsync(Claims.User("7", 1), app);

        Assert.True((await WaitAsync(Claims.User("8", 1), app)).IsGranted);

        Assert.False(waiting.IsCompleted);
    }

    [Fact]
    public async Task Who_came_first_is_not_passed_on_the_apps_budget_once_the_users_is_free()
    {
        BudgetClaim app = Claims.App(1, TimeSpan.FromHours(2));
        BudgetClaim user = Claims.User("7", 1, TimeSpan.FromHours(1));
        await CompleteAsync(user, app);
        Task<BudgetDecision> first = WaitAsync(user, app);
        Task<BudgetDecision> second = WaitAsync(Claims.User("8", 1), app);

        _time.Advance(TimeSpan.FromHours(2));

        Assert.True((await first).IsGranted);
        Assert.False(second.IsCompleted);
    }

    [Fact]
    public async Task A_slot_that_is_given_back_goes_to_the_first_who_waits()
    {
        BudgetDecision held = await WaitAsync(Claims.User("7", 1));
        Task<BudgetDecision> first = WaitAsync(Claims.User("7", 1));
        Task<BudgetDecision> second = WaitAsync(Claims.User("7", 1));

        await SettleAsync(held, BudgetOutcome.NeverSent);

        Assert.True((await first).IsGranted);
        Assert.False(second.IsCompleted);
    }

    [Fact]
    public async Task An_answer_lets_the_next_of_a_number_at_once_begin()
    {
        BudgetDecision held = await WaitAsync(Claims.App(1, TimeSpan.Zero));
        Task<BudgetDecision> next = WaitAsync(Claims.App(1, TimeSpan.Zero));

        await SettleAsync(held, BudgetOutcome.Completed);

        Assert.True((await next).IsGranted);
    }

    [Fact]
    public async Task An_answer_that_comes_before_its_deadline_shortens_the_wait()
    {
        BudgetDecision held = await WaitAsync(Claims.User("7", 1));
        Task<BudgetDecision> next = WaitAsync(Claims.User("7", 1));
        await SettleAsync(held, BudgetOutcome.Completed);

        _time.Advance(Claims.Day);

        Assert.True((await next).IsGranted);
    }

    [Fact]
    public async Task A_slot_freed_through_another_queue_is_found_before_the_store_promised_it()
    {
        BudgetReservation elsewhere = (await _store.ReserveAsync([Claims.User("7", 1)], CallTimeout)).Reservation;
        Task<BudgetDecision> waiting = WaitAsync(Claims.User("7", 1));
        await _store.SettleAsync(elsewhere, BudgetOutcome.NeverSent);

        _time.Advance(TimeSpan.FromSeconds(30));

        Assert.True((await waiting).IsGranted);
    }

    [Fact]
    public async Task A_cancelled_call_leaves_its_place_to_the_next_and_takes_nothing()
    {
        await CompleteAsync(Claims.User("7", 1));
        using var cancellation = new CancellationTokenSource();
        Task<BudgetDecision> first = WaitAsync(cancellation.Token, Claims.User("7", 1));
        Task<BudgetDecision> second = WaitAsync(Claims.User("7", 1));

        await cancellation.CancelAsync();

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(cancellation.Token, cancelled.CancellationToken);
        _time.Advance(Claims.Day);
        Assert.True((await second).IsGranted);
        Assert.Equal(1, Assert.Single(await _store.ReadAsync([Claims.User("7", 1)])).Used);
    }

    [Fact]
    public async Task A_call_whose_slot_is_taken_elsewhere_gives_up_when_its_bound_is_over()
    {
        await CompleteAsync(Claims.User("7", 1));
        Task<BudgetDecision> waiting = WaitAsync(Claims.User("7", 1), Claims.Day + TimeSpan.FromHours(1));
        _time.Advance(TimeSpan.FromHours(23));
        await CompleteAsync(Claims.User("7", 2));
        DateTimeOffset takenUntil = _time.GetUtcNow() + Claims.Day;

        _time.Advance(TimeSpan.FromHours(2));

        BudgetDecision decision = await waiting;
        Assert.False(decision.IsGranted);
        Assert.Equal(takenUntil, decision.Refusal.ResumesAt);
    }

    [Fact]
    public async Task A_call_is_told_when_it_begins_to_wait_and_how_many_are_before_it()
    {
        List<(BudgetKey Key, int Before)> told = [];
        await CompleteAsync(Claims.User("7", 1));
        _ = WaitAsync(Claims.User("7", 1));
        Task<BudgetDecision> waiting = _queue.ReserveAsync(
            new BudgetRequest(
                [Claims.User("7", 1)],
                CallTimeout,
                TenDays,
                (refusal, before) => told.Add((refusal.State.Key, before))),
            CancellationToken.None).AsTask();

        Assert.Equal([(Claims.User("7", 1).Key, 1)], told);
        Assert.False(waiting.IsCompleted);
    }

    [Fact]
    public async Task Thousands_who_wait_share_one_timer_and_are_all_served()
    {
        var clock = new TimerCountingProvider(_time);
        var queue = BudgetQueue.Of(_store, clock);
        BudgetClaim app = Claims.App(100, TimeSpan.FromMinutes(1));
        for (int call = 0; call < 100; call++)
            await CompleteAsync(app);
        Task<BudgetDecision>[] waiting =
        [
            .. Enumerable.Range(0, 5_000).Select(_ => queue.ReserveAsync(
                new BudgetRequest([app], CallTimeout, TenDays, null), CancellationToken.None).AsTask()),
        ];
        Assert.Equal(1, clock.Timers);

        for (int minute = 1; minute <= 50; minute++)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            int served = minute * 100;
            foreach (Task<BudgetDecision> task in waiting[(served - 100)..served])
                await _store.SettleAsync((await task).Reservation, BudgetOutcome.Completed);
            Assert.DoesNotContain(waiting[served..], task => task.IsCompleted);
        }

        Assert.Equal(1, clock.Timers);
    }

    [Fact]
    public async Task A_store_that_fails_ends_the_wait_of_the_call_that_asked()
    {
        var store = new FailingStore(_store);
        var queue = BudgetQueue.Of(store, _time);
        await CompleteAsync(Claims.User("7", 1));
        Task<BudgetDecision> waiting = queue.ReserveAsync(
            new BudgetRequest([Claims.User("7", 1)], CallTimeout, TenDays, null), CancellationToken.None).AsTask();
        store.Fails = true;

        _time.Advance(Claims.Day);

        await Assert.ThrowsAsync<BudgetStoreException>(() => waiting);
    }

    private Task<BudgetDecision> WaitAsync(params BudgetClaim[] claims) =>
        WaitAsync(CancellationToken.None, claims);

    private Task<BudgetDecision> WaitAsync(CancellationToken cancellationToken, params BudgetClaim[] claims) =>
        _queue.ReserveAsync(new BudgetRequest(claims, CallTimeout, TenDays, null), cancellationToken).AsTask();

    private Task<BudgetDecision> WaitAsync(BudgetClaim claim, TimeSpan longest) =>
        _queue.ReserveAsync(new BudgetRequest([claim], CallTimeout, longest, null), CancellationToken.None).AsTask();

    private async Task CompleteAsync(params BudgetClaim[] claims)
    {
        BudgetDecision decision = await _store.ReserveAsync(claims, CallTimeout);
        await _store.SettleAsync(decision.Reservation, BudgetOutcome.Completed);
    }

    private async Task SettleAsync(BudgetDecision decision, BudgetOutcome outcome)
    {
        await _store.SettleAsync(decision.Reservation, outcome);
        _queue.Settled(decision.Reservation.Claims, outcome);
    }
}
