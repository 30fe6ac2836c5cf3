using ApiGen.Budgets;

namespace ApiGen.Runtime.Tests.Budgets;

/// <summary>Limits that count by the days of a zone. The store's clock begins at noon in UTC, on 1 March 2026.</summary>
public abstract partial class BudgetStoreContract
{
    private protected static readonly BudgetCalendar NewYork = BudgetCalendar.Days("America/New_York");

    [Fact]
    public async Task A_days_limit_is_whole_again_at_midnight_of_its_zone()
    {
        BudgetClaim claim = DayOf(NewYork, 2);
        await CompleteAsync(claim);
        Time.Advance(TimeSpan.FromHours(16));
        await CompleteAsync(claim);

        BudgetRefusal refusal = await RefusedAsync(claim);

        // Five in the morning: that is when a day of New York begins in winter.
        DateTimeOffset midnight = new(2026, 3, 2, 5, 0, 0, TimeSpan.Zero);
        Assert.Equal(new BudgetState(claim.Key, 2, 2, midnight), refusal.State);
        Assert.Equal(midnight, refusal.ResumesAt);
        Time.Advance(TimeSpan.FromHours(1) - Tick);
        await RefusedAsync(claim);
        Time.Advance(Tick);
        await GrantedAsync(claim);
        await GrantedAsync(claim);
    }

    [Fact]
    public async Task A_call_answered_after_midnight_is_held_until_the_next_one()
    {
        BudgetClaim claim = DayOf(NewYork, 1);
        Time.Advance(TimeSpan.FromHours(17) - TimeSpan.FromSeconds(1));
        BudgetReservation reservation = await GrantedAsync(claim);
        Time.Advance(TimeSpan.FromSeconds(2));

        await Store.SettleAsync(reservation, BudgetOutcome.Completed);

        Assert.Equal(new DateTimeOffset(2026, 3, 3, 5, 0, 0, TimeSpan.Zero), (await RefusedAsync(claim)).ResumesAt);
    }

    [Fact]
    public async Task A_call_answered_at_the_stroke_of_midnight_is_the_next_days()
    {
        BudgetClaim claim = DayOf(NewYork, 1);
        Time.Advance(TimeSpan.FromHours(17) - TimeSpan.FromSeconds(1));
        BudgetReservation reservation = await GrantedAsync(claim);
        Time.Advance(TimeSpan.FromSeconds(1));

        await Store.SettleAsync(reservation, BudgetOutcome.Completed);

        await RefusedAsync(claim);
    }

    [Fact]
    public async Task A_call_of_unknown_outcome_is_held_until_the_first_midnight_after_its_deadline()
    {
        BudgetClaim claim = DayOf(NewYork, 1);
        Time.Advance(TimeSpan.FromHours(17) - TimeSpan.FromSeconds(20));
        await Store.SettleAsync(await GrantedAsync(claim), BudgetOutcome.Unknown);

        BudgetState state = Assert.Single(await Store.ReadAsync([claim]));

        Assert.Equal((1, new DateTimeOffset(2026, 3, 3, 5, 0, 0, TimeSpan.Zero)), (state.UnderWay, state.NextFree));
    }

    [Fact]
    public async Task A_call_answered_when_its_day_is_over_counts_in_the_next_one()
    {
        BudgetClaim claim = DayOf(NewYork, 1);
        Time.Advance(TimeSpan.FromHours(17) - Timeout - TimeSpan.FromSeconds(1));
        BudgetReservation reservation = await GrantedAsync(claim);
        Time.Advance(TimeSpan.FromMinutes(1));
        await UsedIsAsync([0], claim);

        await Store.SettleAsync(reservation, BudgetOutcome.Completed);

        await UsedIsAsync([1], claim);
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 5, 0, 0, TimeSpan.Zero), (await RefusedAsync(claim)).ResumesAt);
    }

    [Fact]
    public async Task A_call_that_never_left_gives_its_place_in_the_day_back()
    {
        BudgetClaim claim = DayOf(NewYork, 1);
        await Store.SettleAsync(await GrantedAsync(claim), BudgetOutcome.NeverSent);

        await GrantedAsync(claim);
    }

    [Fact]
    public async Task A_day_of_25_hours_is_held_to_its_end_and_one_of_23_no_longer()
    {
        BudgetClaim claim = DayOf(NewYork, 1);
        Time.SetUtcNow(new DateTimeOffset(2026, 3, 8, 5, 0, 0, TimeSpan.Zero));
        await CompleteAsync(claim);
        Assert.Equal(TimeSpan.FromHours(23), (await RefusedAsync(claim)).ResumesAt - Time.GetUtcNow());

        Time.SetUtcNow(new DateTimeOffset(2026, 11, 1, 4, 0, 0, TimeSpan.Zero));
        await CompleteAsync(claim);
        Assert.Equal(TimeSpan.FromHours(25), (await RefusedAsync(claim)).ResumesAt - Time.GetUtcNow());
    }

    [Fact]
    public async Task Days_of_two_zones_months_and_windows_are_counted_apart()
    {
        BudgetClaim[] claims =
        [
            DayOf(NewYork, 3),
            DayOf(BudgetCalendar.Days("Asia/Tokyo"), 3),
            DayOf(BudgetCalendar.Months("America/New_York"), 3),
            Claims.User("7", 3),
            Claims.User("7", 3, NewYork.Longest),
        ];
        for (int i = 0; i < claims.Length; i++)
            await CompleteAsync(claims[..(i + 1)][^Math.Min(3, i + 1)..]);

        await UsedIsAsync([3, 3, 3, 2, 1], claims);
    }

    [Fact]
    public async Task A_log_tells_when_each_slot_of_a_day_frees()
    {
        BudgetClaim claim = DayOf(NewYork, 5) with { };
        await CompleteAsync(claim);
        Time.Advance(TimeSpan.FromHours(17) - TimeSpan.FromSeconds(10));
        await GrantedAsync(claim);

        BudgetLog log = Assert.Single(await Store.ReadLogAsync([claim]));

        DateTimeOffset midnight = new(2026, 3, 2, 5, 0, 0, TimeSpan.Zero);
        Assert.Equal([midnight, midnight + TimeSpan.FromDays(1)], log.Frees);
    }

    [Fact]
    public async Task A_servers_word_and_a_fair_share_hold_beside_a_day()
    {
        BudgetKey key = Claims.App(6).Key with { Window = NewYork.Longest, Calendar = NewYork };
        BudgetClaim first = new(key, 6, sharer: "7");
        for (int i = 0; i < 3; i++)
            await CompleteAsync(first);
        Assert.Equal(BudgetRefusalReason.FairShare, (await RefusedAsync(first)).Reason);

        BudgetReservation other = await GrantedAsync(new BudgetClaim(key, 6, sharer: "8"));
        await Store.SettleAsync(other, BudgetOutcome.Completed, [new ServerWord(key, 0, TimeSpan.FromHours(40))]);
        Time.Advance(TimeSpan.FromHours(20));
        Assert.Equal(BudgetRefusalReason.ServerWord, (await RefusedAsync(first)).Reason);
    }

    private protected static BudgetClaim DayOf(BudgetCalendar calendar, int limit) => new(
        new BudgetKey("Twitter/friendships/create", BudgetScope.User, "7", calendar.Longest) { Calendar = calendar },
        limit);
}
