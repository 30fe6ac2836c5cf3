using ApiGen.Budgets;

namespace ApiGen.Runtime.Tests.Budgets;

/// <content>Which budget refuses, until when, and what it leaves alone.</content>
public abstract partial class BudgetStoreContract
{
    [Fact]
    public async Task A_refusal_by_the_user_takes_nothing_from_the_app()
    {
        BudgetClaim user = Claims.User("7", 1);
        BudgetClaim app = Claims.App(5);
        await GrantedAsync(user, app);

        BudgetRefusal refusal = await RefusedAsync(user, app);

        Assert.Equal(user.Key, refusal.State.Key);
        await UsedIsAsync([1, 1], user, app);
    }

    [Fact]
    public async Task A_refusal_by_the_app_takes_nothing_from_the_user()
    {
        BudgetClaim app = Claims.App(1);
        await GrantedAsync(Claims.User("7", 5), app);

        BudgetRefusal refusal = await RefusedAsync(Claims.User("8", 5), app);

        Assert.Equal(app.Key, refusal.State.Key);
        await UsedIsAsync([1, 0, 1], Claims.User("7", 5), Claims.User("8", 5), app);
    }

    [Fact]
    public async Task Two_windows_of_one_subject_are_both_kept()
    {
        BudgetClaim quarter = Claims.User("7", 2, TimeSpan.FromMinutes(15));
        BudgetClaim day = Claims.User("7", 3);
        await CompleteAsync(quarter, day);
        await CompleteAsync(quarter, day);
        Assert.Equal(quarter.Key, (await RefusedAsync(quarter, day)).State.Key);

        Time.Advance(TimeSpan.FromMinutes(15));
        await CompleteAsync(quarter, day);
        BudgetRefusal refusal = await RefusedAsync(quarter, day);

        Assert.Equal(day.Key, refusal.State.Key);
        Assert.Equal(Time.GetUtcNow() + Claims.Day - TimeSpan.FromMinutes(15), refusal.ResumesAt);
    }

    [Fact]
    public async Task Pools_scopes_and_windows_tell_budgets_apart()
    {
        BudgetKey key = new("Twitter/a", BudgetScope.User, "7", Claims.Day);
        await GrantedAsync(new BudgetClaim(key, 1));

        await GrantedAsync(new BudgetClaim(key with { Pool = "Twitter/b" }, 1));
        await GrantedAsync(new BudgetClaim(key with { Scope = BudgetScope.App }, 1));
        await GrantedAsync(new BudgetClaim(key with { Subject = "8" }, 1));
        await GrantedAsync(new BudgetClaim(key with { Window = Claims.Day + Tick }, 1));
        await RefusedAsync(new BudgetClaim(key, 1));
    }

    [Fact]
    public async Task A_refusal_names_the_budget_that_stays_refused_longest_and_resumes_when_all_have_a_slot()
    {
        BudgetClaim user = Claims.User("7", 1);
        BudgetClaim app = Claims.App(2);
        await CompleteAsync(Claims.User("9", 1), app);
        Time.Advance(TimeSpan.FromHours(2));
        await CompleteAsync(user, app);

        BudgetRefusal refusal = await RefusedAsync(app, user);

        Assert.Equal(user.Key, refusal.State.Key);
        Assert.Equal(Time.GetUtcNow() + Claims.Day, refusal.ResumesAt);
        Time.Advance(Claims.Day - Tick);
        await RefusedAsync(app, user);
        Time.Advance(Tick);
        await GrantedAsync(app, user);
    }

    [Fact]
    public async Task A_call_under_way_counts_as_if_it_lasted_until_its_deadline()
    {
        BudgetClaim claim = Claims.User("7", 2);
        await GrantedAsync(claim);
        DateTimeOffset held = Time.GetUtcNow() + Timeout + Claims.Day;
        Time.Advance(TimeSpan.FromSeconds(10));
        await CompleteAsync(claim);
        DateTimeOffset answered = Time.GetUtcNow() + Claims.Day;

        BudgetRefusal refusal = await RefusedAsync(claim);
        Assert.Equal(answered, refusal.ResumesAt);

        Time.Advance(Claims.Day);
        await CompleteAsync(claim);
        Assert.Equal(held, (await RefusedAsync(claim)).ResumesAt);
    }

    [Fact]
    public async Task A_limit_lowered_below_what_is_used_refuses_until_enough_slots_have_freed()
    {
        BudgetClaim five = Claims.User("7", 5);
        DateTimeOffset start = Time.GetUtcNow();
        for (int hour = 0; hour < 5; hour++)
        {
            await CompleteAsync(five);
            Time.Advance(TimeSpan.FromHours(1));
        }

        BudgetRefusal refusal = await RefusedAsync(Claims.User("7", 2));

        Assert.Equal(new BudgetState(five.Key, 2, 5, start + Claims.Day), refusal.State);
        Assert.Equal(0, refusal.State.Remaining);
        Assert.Equal(start + TimeSpan.FromHours(3) + Claims.Day, refusal.ResumesAt);
        await RefusedAsync(five);
        await GrantedAsync(Claims.User("7", 6));
    }
}
