using ApiGen.Budgets;

namespace ApiGen.Runtime.Tests.Budgets;

/// <content>How long a slot is held.</content>
public abstract partial class BudgetStoreContract
{
    [Fact]
    public async Task A_slot_frees_exactly_one_window_after_the_answer_and_not_before()
    {
        BudgetClaim claim = Claims.User("7", 1);
        await CompleteAsync(claim);

        Time.Advance(Claims.Day - Tick);
        await RefusedAsync(claim);
        Time.Advance(Tick);
        await GrantedAsync(claim);
    }

    [Fact]
    public async Task A_slot_is_dated_by_the_answer_and_not_by_the_sending()
    {
        BudgetClaim claim = Claims.User("7", 1);
        BudgetReservation reservation = await GrantedAsync(claim);
        Time.Advance(TimeSpan.FromSeconds(20));
        await Store.SettleAsync(reservation, BudgetOutcome.Completed);

        Time.Advance(Claims.Day - Tick);
        await RefusedAsync(claim);
        Time.Advance(Tick);
        await GrantedAsync(claim);
    }

    [Fact]
    public async Task A_call_that_was_never_sent_gives_its_slots_back_at_once()
    {
        BudgetClaim[] claims = [Claims.User("7", 1), Claims.App(1)];
        BudgetReservation reservation = await GrantedAsync(claims);

        await Store.SettleAsync(reservation, BudgetOutcome.NeverSent);

        await UsedIsAsync([0, 0], claims);
        await GrantedAsync(claims);
    }

    [Fact]
    public async Task A_call_of_unknown_outcome_holds_its_slot_until_one_window_after_its_deadline()
    {
        BudgetClaim claim = Claims.User("7", 1);
        BudgetReservation reservation = await GrantedAsync(claim);
        Time.Advance(TimeSpan.FromSeconds(1));
        await Store.SettleAsync(reservation, BudgetOutcome.Unknown);

        Time.Advance(TimeSpan.FromSeconds(29) + Claims.Day - Tick);
        await RefusedAsync(claim);
        Time.Advance(Tick);
        await GrantedAsync(claim);
    }

    [Fact]
    public async Task A_call_given_up_after_its_deadline_holds_its_slot_until_one_window_after_that()
    {
        BudgetClaim claim = Claims.User("7", 1);
        BudgetReservation reservation = await GrantedAsync(claim);
        Time.Advance(Timeout + Tick);
        await Store.SettleAsync(reservation, BudgetOutcome.Unknown);

        Time.Advance(Claims.Day - Tick);
        await RefusedAsync(claim);
        Time.Advance(Tick);
        await GrantedAsync(claim);
    }

    [Fact]
    public async Task An_answer_after_the_deadline_dates_the_slot_all_the_same()
    {
        BudgetClaim claim = Claims.User("7", 1);
        BudgetReservation reservation = await GrantedAsync(claim);
        Time.Advance(Timeout + TimeSpan.FromSeconds(5));
        await Store.SettleAsync(reservation, BudgetOutcome.Completed);

        Time.Advance(Claims.Day - Tick);
        await RefusedAsync(claim);
        Time.Advance(Tick);
        await GrantedAsync(claim);
    }

    [Fact]
    public async Task A_call_that_is_never_settled_holds_its_slot_until_one_window_after_its_deadline()
    {
        BudgetClaim claim = Claims.User("7", 1);
        await GrantedAsync(claim);

        Time.Advance(Timeout + Claims.Day - Tick);
        await RefusedAsync(claim);
        Time.Advance(Tick);
        await GrantedAsync(claim);
    }

    [Fact]
    public async Task A_call_settled_when_its_slot_has_long_been_free_changes_nothing()
    {
        BudgetClaim claim = Claims.User("7", 1);
        BudgetReservation late = await GrantedAsync(claim);
        Time.Advance(Timeout + Claims.Day);
        await GrantedAsync(claim);

        await Store.SettleAsync(late, BudgetOutcome.NeverSent);

        await UsedIsAsync([1], claim);
    }

    [Fact]
    public async Task Answers_in_another_order_than_the_calls_date_their_own_slots()
    {
        BudgetClaim claim = Claims.User("7", 3);
        BudgetReservation first = await GrantedAsync(claim);
        Time.Advance(TimeSpan.FromSeconds(1));
        BudgetReservation second = await GrantedAsync(claim);
        Time.Advance(TimeSpan.FromSeconds(1));
        BudgetReservation third = await GrantedAsync(claim);
        await Store.SettleAsync(third, BudgetOutcome.Completed);
        DateTimeOffset thirdFrees = Time.GetUtcNow() + Claims.Day;
        Time.Advance(TimeSpan.FromSeconds(1));
        await Store.SettleAsync(first, BudgetOutcome.NeverSent);
        await Store.SettleAsync(second, BudgetOutcome.Completed);

        BudgetState state = Assert.Single(await Store.ReadAsync([claim]));

        Assert.Equal(new BudgetState(claim.Key, 3, 2, thirdFrees), state);
    }

    [Fact]
    public async Task A_reservation_settled_twice_is_an_error_and_changes_nothing()
    {
        BudgetClaim[] claims = [Claims.User("7", 2), Claims.App(2)];
        BudgetReservation reservation = await GrantedAsync(claims);
        await GrantedAsync(claims);
        await Store.SettleAsync(reservation, BudgetOutcome.Unknown);

        foreach (BudgetOutcome outcome in Enum.GetValues<BudgetOutcome>())
        {
            await Assert.ThrowsAsync<InvalidOperationException>(
                async () => await Store.SettleAsync(reservation, outcome));
        }

        await UsedIsAsync([2, 2], claims);
        Assert.Equal(Time.GetUtcNow() + Timeout + Claims.Day, (await RefusedAsync(claims)).ResumesAt);
    }

    [Fact]
    public async Task A_reservation_of_another_store_is_an_error_and_changes_nothing()
    {
        BudgetClaim[] claims = [Claims.User("7", 2)];
        BudgetDecision foreign = await new MemoryBudgetStore(Time).ReserveAsync(claims, Timeout);
        await GrantedAsync(claims);

        await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await Store.SettleAsync(foreign.Reservation, BudgetOutcome.NeverSent));
        await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await Store.SettleAsync(default, BudgetOutcome.NeverSent));

        await UsedIsAsync([1], claims);
    }
}
