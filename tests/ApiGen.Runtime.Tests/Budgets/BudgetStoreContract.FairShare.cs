using ApiGen.Budgets;

namespace ApiGen.Runtime.Tests.Budgets;

/// <content>Budgets that users share fairly.</content>
public abstract partial class BudgetStoreContract
{
    [Fact]
    public async Task One_user_alone_gets_half_of_a_fair_budget()
    {
        Assert.Equal(50, await TakeAllAsync("greedy", 100));
    }

    [Fact]
    public async Task Users_who_take_all_they_get_leave_as_much_for_the_next_as_each_of_them_has()
    {
        for (int round = 0; round < 100; round++)
        {
            foreach (string user in (string[])["7", "8", "9"])
                await Store.ReserveAsync([Claims.App(100, sharer: user)], Timeout);
        }

        foreach (string user in (string[])["7", "8", "9"])
        {
            BudgetState state = Assert.Single(await Store.ReadAsync([Claims.App(100, sharer: user)]));
            Assert.Equal((75, 25, 0), (state.Used, state.UsedByCaller, state.Remaining));
        }

        Assert.Equal(13, Assert.Single(await Store.ReadAsync([Claims.App(100, sharer: "new")])).Remaining);
        Assert.Equal(13, await TakeAllAsync("new", 100));
    }

    [Fact]
    public async Task A_user_with_a_fair_part_is_refused_until_enough_of_his_own_or_others_slots_free()
    {
        for (int call = 0; call < 2; call++)
        {
            await CompleteAsync(Claims.App(4, sharer: "greedy"));
            Time.Advance(TimeSpan.FromHours(1));
        }

        BudgetRefusal refusal = await RefusedAsync(Claims.App(4, sharer: "greedy"));

        Assert.Equal(BudgetRefusalReason.FairShare, refusal.Reason);
        Assert.Equal((2, 2, 0), (refusal.State.Used, refusal.State.UsedByCaller, refusal.State.Remaining));
        Assert.Equal(Time.GetUtcNow() - TimeSpan.FromHours(2) + Claims.Day, refusal.ResumesAt);
        Time.Advance(refusal.ResumesAt - Time.GetUtcNow() - Tick);
        await RefusedAsync(Claims.App(4, sharer: "greedy"));
        Time.Advance(Tick);
        await GrantedAsync(Claims.App(4, sharer: "greedy"));
    }

    [Fact]
    public async Task A_fair_budget_that_is_used_up_refuses_as_one_that_is_used_up()
    {
        await CompleteAsync(Claims.App(1, sharer: "7"));

        Assert.Equal(BudgetRefusalReason.Used, (await RefusedAsync(Claims.App(1, sharer: "8"))).Reason);
        Assert.Equal(BudgetRefusalReason.Used, (await RefusedAsync(Claims.App(1, sharer: "7"))).Reason);
    }

    [Fact]
    public async Task What_a_user_gives_back_is_his_again()
    {
        BudgetReservation reservation = await GrantedAsync(Claims.App(2, sharer: "7"));
        await RefusedAsync(Claims.App(2, sharer: "7"));

        await Store.SettleAsync(reservation, BudgetOutcome.NeverSent);

        await GrantedAsync(Claims.App(2, sharer: "7"));
    }

    private async Task<int> TakeAllAsync(string user, int limit)
    {
        int granted = 0;
        while ((await Store.ReserveAsync([Claims.App(limit, sharer: user)], Timeout)).IsGranted)
            granted++;
        return granted;
    }
}
