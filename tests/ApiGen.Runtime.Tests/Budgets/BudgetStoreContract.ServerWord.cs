using ApiGen.Budgets;

namespace ApiGen.Runtime.Tests.Budgets;

/// <content>What the server says of a budget lowers what is granted, and never raises it.</content>
public abstract partial class BudgetStoreContract
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    [Fact]
    public async Task After_the_servers_word_no_more_is_granted_than_it_leaves_until_it_ends()
    {
        BudgetClaim claim = Claims.User("7", 9);
        await HearAsync(claim, remaining: 2, Quarter);
        BudgetState state = Assert.Single(await Store.ReadAsync([claim]));
        Assert.Equal((1, 2, 2), (state.Used, state.LeftByServer, state.Remaining));
        Assert.Equal(Time.GetUtcNow() + Quarter, state.ServerWordEnds);
        await CompleteAsync(claim);
        await CompleteAsync(claim);

        BudgetRefusal refusal = await RefusedAsync(claim);

        Assert.Equal(BudgetRefusalReason.ServerWord, refusal.Reason);
        Assert.Equal(Time.GetUtcNow() + Quarter, refusal.ResumesAt);
        Time.Advance(Quarter - Tick);
        await RefusedAsync(claim);
        Time.Advance(Tick);
        await GrantedAsync(claim);
        Assert.Null(Assert.Single(await Store.ReadAsync([claim])).LeftByServer);
    }

    [Fact]
    public async Task The_servers_word_never_raises_what_is_left()
    {
        BudgetClaim claim = Claims.User("7", 2);
        await HearAsync(claim, remaining: 100, Quarter);
        await CompleteAsync(claim);

        BudgetRefusal refusal = await RefusedAsync(claim);

        Assert.Equal(BudgetRefusalReason.Used, refusal.Reason);
        Assert.Equal(0, refusal.State.Remaining);
        Assert.Equal(Time.GetUtcNow() + Claims.Day, refusal.ResumesAt);
    }

    [Fact]
    public async Task Calls_under_way_are_taken_off_the_servers_word_as_it_may_not_have_counted_them()
    {
        BudgetClaim claim = Claims.User("7", 9);
        BudgetReservation underWay = await GrantedAsync(claim);

        await HearAsync(claim, remaining: 2, Quarter);

        await GrantedAsync(claim);
        await RefusedAsync(claim);
        await Store.SettleAsync(underWay, BudgetOutcome.NeverSent);
        await GrantedAsync(claim);
    }

    [Fact]
    public async Task As_many_are_granted_as_the_server_leaves_once_all_that_was_under_way_is_given_back()
    {
        BudgetClaim claim = Claims.User("7", 9);
        List<BudgetReservation> underWay = [];
        for (int call = 0; call < 4; call++)
            underWay.Add(await GrantedAsync(claim));
        await HearAsync(claim, remaining: 2, Quarter);
        foreach (BudgetReservation reservation in underWay)
            await Store.SettleAsync(reservation, BudgetOutcome.NeverSent);

        await GrantedAsync(claim);
        await GrantedAsync(claim);

        Assert.Equal(BudgetRefusalReason.ServerWord, (await RefusedAsync(claim)).Reason);
    }

    [Fact]
    public async Task A_call_given_back_after_its_deadline_raises_no_later_word()
    {
        BudgetClaim claim = Claims.User("7", 9);
        BudgetReservation late = await GrantedAsync(claim);
        Time.Advance(Timeout);
        await HearAsync(claim, remaining: 1, Quarter);

        await Store.SettleAsync(late, BudgetOutcome.NeverSent);

        Assert.Equal(1, Assert.Single(await Store.ReadAsync([claim])).LeftByServer);
    }

    [Fact]
    public async Task Slots_that_free_meanwhile_are_not_granted_against_the_servers_word()
    {
        BudgetClaim claim = Claims.User("7", 2, TimeSpan.FromMinutes(1));
        await HearAsync(claim, remaining: 0, Quarter);

        Time.Advance(TimeSpan.FromMinutes(2));

        BudgetRefusal refusal = await RefusedAsync(claim);
        Assert.Equal((0, 0), (refusal.State.Used, refusal.State.Remaining));
    }

    [Fact]
    public async Task A_word_that_nothing_is_left_stands_whatever_a_late_answer_says()
    {
        BudgetClaim claim = Claims.User("7", 9);
        BudgetReservation late = await GrantedAsync(claim);
        await HearAsync(claim, remaining: 0, Quarter);

        await Store.SettleAsync(late, BudgetOutcome.Completed, [new(claim.Key, 5, 2 * Quarter)]);

        Assert.Equal(Time.GetUtcNow() + Quarter, (await RefusedAsync(claim)).ResumesAt);
    }

    [Fact]
    public async Task Of_words_with_one_end_the_lower_holds()
    {
        BudgetClaim claim = Claims.User("7", 9);
        BudgetReservation first = await GrantedAsync(claim);
        BudgetReservation second = await GrantedAsync(claim);
        await Store.SettleAsync(second, BudgetOutcome.Completed, [new(claim.Key, 3, Quarter)]);
        await Store.SettleAsync(first, BudgetOutcome.Completed, [new(claim.Key, 5, Quarter)]);

        Assert.Equal(2, Assert.Single(await Store.ReadAsync([claim])).LeftByServer);
    }

    [Fact]
    public async Task Of_words_that_leave_something_the_one_that_ends_later_holds()
    {
        BudgetClaim claim = Claims.User("7", 9);
        await HearAsync(claim, remaining: 1, Quarter);
        await HearAsync(claim, remaining: 4, 2 * Quarter);

        Assert.Equal(4, Assert.Single(await Store.ReadAsync([claim])).LeftByServer);
    }

    [Fact]
    public async Task A_word_without_an_end_of_the_servers_doubles_while_it_is_repeated_and_starts_anew_after_a_calm()
    {
        BudgetClaim claim = Claims.User("7", 99);
        TimeSpan hour = TimeSpan.FromHours(1);
        foreach (TimeSpan expected in (TimeSpan[])[Quarter, 2 * Quarter, hour, hour])
        {
            await HearAsync(claim, remaining: 0, Quarter, atMost: hour);
            Assert.Equal(Time.GetUtcNow() + expected, (await RefusedAsync(claim)).ResumesAt);
            Time.Advance(expected);
        }

        Time.Advance(hour);
        await HearAsync(claim, remaining: 0, Quarter, atMost: hour);
        Assert.Equal(Time.GetUtcNow() + Quarter, (await RefusedAsync(claim)).ResumesAt);
    }

    [Fact]
    public async Task A_word_of_one_budget_leaves_others_alone()
    {
        BudgetClaim app = Claims.App(9);
        BudgetReservation reservation = await GrantedAsync(Claims.User("7", 9), app);
        await Store.SettleAsync(reservation, BudgetOutcome.Completed, [new(Claims.User("7", 9).Key, 0, Quarter)]);

        await RefusedAsync(Claims.User("7", 9), app);
        await GrantedAsync(Claims.User("8", 9), app);
    }

    [Fact]
    public async Task A_call_of_several_slots_needs_that_many_left_by_the_server()
    {
        await HearAsync(Claims.User("7", 9), remaining: 2, Quarter);

        await RefusedAsync(Claims.User("7", 9, cost: 3));

        await GrantedAsync(Claims.User("7", 9, cost: 2));
        await RefusedAsync(Claims.User("7", 9));
    }

    [Fact]
    public async Task Words_that_make_no_sense_are_refused_as_arguments_and_settle_nothing()
    {
        BudgetClaim claim = Claims.User("7", 9);
        BudgetReservation reservation = await GrantedAsync(claim);
        ServerWord word = new(claim.Key, 1, Quarter);
        ServerWord[][] wrong =
        [
            [word with { Remaining = -1 }],
            [word with { For = TimeSpan.Zero }],
            [word with { For = TimeSpan.MaxValue }],
            [word with { AtMost = TimeSpan.FromMinutes(1) }],
            [word with { Key = Claims.User("8", 9).Key }],
            [word, word],
        ];

        foreach (ServerWord[] words in wrong)
        {
            await Assert.ThrowsAsync<ArgumentException>(
                async () => await Store.SettleAsync(reservation, BudgetOutcome.Completed, words));
        }

        await Store.SettleAsync(reservation, BudgetOutcome.Completed, [word]);
    }

    private async Task HearAsync(BudgetClaim claim, int remaining, TimeSpan span, TimeSpan? atMost = null)
    {
        BudgetReservation reservation = await GrantedAsync(claim);
        await Store.SettleAsync(
            reservation, BudgetOutcome.Completed, [new ServerWord(claim.Key, remaining, span, atMost)]);
    }
}
