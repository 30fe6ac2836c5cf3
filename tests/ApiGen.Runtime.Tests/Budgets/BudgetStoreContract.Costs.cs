using ApiGen.Budgets;

namespace ApiGen.Runtime.Tests.Budgets;

/// <content>Calls that take several slots, and slots that free with the answer.</content>
public abstract partial class BudgetStoreContract
{
    [Fact]
    public async Task A_call_takes_as_many_slots_as_it_costs()
    {
        BudgetClaim three = Claims.User("7", 7, cost: 3);
        await CompleteAsync(three);
        await CompleteAsync(three);

        await RefusedAsync(three);

        await UsedIsAsync([6], three);
        await GrantedAsync(Claims.User("7", 7));
        await RefusedAsync(Claims.User("7", 7));
    }

    [Fact]
    public async Task A_call_of_several_slots_waits_until_all_of_them_are_free()
    {
        await CompleteAsync(Claims.User("7", 3));
        Time.Advance(TimeSpan.FromHours(1));
        await CompleteAsync(Claims.User("7", 3, cost: 2));
        DateTimeOffset secondFrees = Time.GetUtcNow() + Claims.Day;

        BudgetRefusal refusal = await RefusedAsync(Claims.User("7", 3, cost: 2));

        Assert.Equal(secondFrees, refusal.ResumesAt);
        Assert.Equal(secondFrees - TimeSpan.FromHours(1), (await RefusedAsync(Claims.User("7", 3))).ResumesAt);
    }

    [Fact]
    public async Task A_call_that_was_never_sent_gives_back_all_that_it_cost()
    {
        BudgetClaim[] claims = [Claims.User("7", 5, cost: 3), Claims.App(5, cost: 3)];
        BudgetReservation reservation = await GrantedAsync(claims);
        await GrantedAsync(Claims.User("7", 5), Claims.App(5));

        await Store.SettleAsync(reservation, BudgetOutcome.NeverSent);

        await UsedIsAsync([1, 1], claims);
    }

    [Fact]
    public async Task Without_a_window_a_slot_frees_with_the_answer()
    {
        BudgetClaim atOnce = Claims.App(2, TimeSpan.Zero);
        BudgetReservation first = await GrantedAsync(atOnce);
        await GrantedAsync(atOnce);
        BudgetRefusal refusal = await RefusedAsync(atOnce);
        Assert.Equal(Time.GetUtcNow() + Timeout, refusal.ResumesAt);
        Assert.Equal(2, refusal.State.UnderWay);

        await Store.SettleAsync(first, BudgetOutcome.Completed);

        await GrantedAsync(atOnce);
        await RefusedAsync(atOnce);
    }

    [Fact]
    public async Task Without_a_window_a_call_of_unknown_outcome_holds_its_slot_until_its_deadline()
    {
        BudgetClaim atOnce = Claims.App(1, TimeSpan.Zero);
        BudgetReservation reservation = await GrantedAsync(atOnce);
        await Store.SettleAsync(reservation, BudgetOutcome.Unknown);

        Time.Advance(Timeout - Tick);
        await RefusedAsync(atOnce);
        Time.Advance(Tick);
        await GrantedAsync(atOnce);
    }

    [Fact]
    public async Task A_state_tells_what_is_under_way()
    {
        BudgetClaim claim = Claims.User("7", 9);
        await CompleteAsync(claim);
        BudgetReservation lost = await GrantedAsync(claim);
        await GrantedAsync(claim);
        await Store.SettleAsync(lost, BudgetOutcome.Unknown);
        Assert.Equal((3, 2), await UsedAndUnderWayAsync());

        Time.Advance(Timeout);
        Assert.Equal((3, 0), await UsedAndUnderWayAsync());

        async Task<(int Used, int UnderWay)> UsedAndUnderWayAsync()
        {
            BudgetState state = Assert.Single(await Store.ReadAsync([claim]));
            return (state.Used, state.UnderWay);
        }
    }

    [Fact]
    public async Task A_log_tells_when_every_slot_frees()
    {
        BudgetClaim app = Claims.App(9, cost: 2, sharer: "7");
        BudgetReservation underWay = await GrantedAsync(app);
        DateTimeOffset start = Time.GetUtcNow();
        Time.Advance(TimeSpan.FromSeconds(10));
        await CompleteAsync(Claims.App(9, sharer: "8"));

        IReadOnlyList<BudgetLog> logs = await Store.ReadLogAsync([app, Claims.User("never seen", 3)]);

        DateTimeOffset held = start + Timeout + Claims.Day;
        DateTimeOffset answered = start + TimeSpan.FromSeconds(10) + Claims.Day;
        Assert.Equal([answered, held, held], logs[0].Frees);
        Assert.Equal([held, held], logs[0].FreesOfCaller);
        Assert.Equal(Assert.Single(await Store.ReadAsync([app])), logs[0].State);
        Assert.Empty(logs[1].Frees);
        Assert.Empty(logs[1].FreesOfCaller);
        await Store.SettleAsync(underWay, BudgetOutcome.NeverSent);
        Assert.Equal([answered], (await Store.ReadLogAsync([app]))[0].Frees);
    }
}
