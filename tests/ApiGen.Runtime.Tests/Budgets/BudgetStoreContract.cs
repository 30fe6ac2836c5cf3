using ApiGen.Budgets;
using Microsoft.Extensions.Time.Testing;

namespace ApiGen.Runtime.Tests.Budgets;

/// <summary>What every budget store must do, whatever it keeps its slots in.</summary>
public abstract partial class BudgetStoreContract
{
    private protected static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    private protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    private protected abstract IBudgetStore Store { get; }

    /// <summary>The shortest time that the store can tell.</summary>
    private protected virtual TimeSpan Tick { get; } = TimeSpan.FromTicks(1);

    [Fact]
    public async Task A_reservation_within_the_limit_is_granted_with_its_claims()
    {
        BudgetClaim[] claims = [Claims.User("7", 1), Claims.App(1)];

        BudgetDecision decision = await Store.ReserveAsync(claims, Timeout);

        Assert.True(decision.IsGranted);
        Assert.Null(decision.Refusal);
        Assert.Equal(claims, decision.Reservation.Claims);
    }

    [Fact]
    public async Task A_reservation_over_the_limit_is_refused_with_the_budget_and_the_moment_it_resumes()
    {
        BudgetClaim claim = Claims.User("7", 2);
        await CompleteAsync(claim);
        Time.Advance(TimeSpan.FromHours(1));
        await CompleteAsync(claim);

        BudgetRefusal refusal = await RefusedAsync(claim);

        DateTimeOffset first = Time.GetUtcNow() + TimeSpan.FromHours(23);
        Assert.Equal(new BudgetState(claim.Key, 2, 2, first), refusal.State);
        Assert.Equal(first, refusal.ResumesAt);
        Assert.Equal(0, refusal.State.Remaining);
    }

    [Fact]
    public async Task Users_have_budgets_of_their_own_and_share_the_apps()
    {
        BudgetClaim app = Claims.App(3);
        await GrantedAsync(Claims.User("7", 2), app);
        await GrantedAsync(Claims.User("7", 2), app);
        await RefusedAsync(Claims.User("7", 2), app);

        await GrantedAsync(Claims.User("8", 2), app);
        BudgetRefusal refusal = await RefusedAsync(Claims.User("8", 2), app);

        Assert.Equal(BudgetScope.App, refusal.State.Key.Scope);
    }

    [Fact]
    public async Task Reading_takes_nothing_and_answers_in_the_order_asked()
    {
        BudgetClaim[] claims = [Claims.App(9), Claims.User("7", 4), Claims.User("never seen", 3)];
        DateTimeOffset frees = Time.GetUtcNow() + Claims.Day;
        await CompleteAsync(claims[0], claims[1]);

        for (int i = 0; i < 20; i++)
        {
            IReadOnlyList<BudgetState> states = await Store.ReadAsync(claims);
            Assert.Equal(
                [
                    new BudgetState(claims[0].Key, 9, 1, frees),
                    new BudgetState(claims[1].Key, 4, 1, frees),
                    new BudgetState(claims[2].Key, 3, 0, null),
                ],
                states);
        }
    }

    [Fact]
    public async Task A_call_without_limits_is_granted()
    {
        BudgetReservation reservation = await GrantedAsync();

        await Store.SettleAsync(reservation, BudgetOutcome.Completed);
        Assert.Empty(await Store.ReadAsync([]));
    }

    [Fact]
    public async Task Claims_and_timeouts_that_make_no_sense_are_refused_as_arguments()
    {
        BudgetClaim claim = Claims.User("7", 1);
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.ReserveAsync([claim, claim], Timeout));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.ReserveAsync([claim, null!], Timeout));
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await Store.ReserveAsync(null!, Timeout));
        TimeSpan[] timeouts = [TimeSpan.Zero, System.Threading.Timeout.InfiniteTimeSpan, TimeSpan.MaxValue];
        foreach (TimeSpan timeout in timeouts)
        {
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
                async () => await Store.ReserveAsync([claim], timeout));
        }

        await UsedIsAsync([0], claim);
    }

    [Fact]
    public async Task A_cancelled_caller_takes_nothing()
    {
        BudgetClaim claim = Claims.User("7", 1);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Store.ReserveAsync([claim], Timeout, new CancellationToken(canceled: true)));

        await UsedIsAsync([0], claim);
    }

    [Fact]
    public async Task Many_threads_at_once_are_granted_exactly_the_limit()
    {
        BudgetClaim app = Claims.App(100);
        BudgetClaim[] users = [.. Enumerable.Range(0, 4).Select(user => Claims.User($"{user}", 40))];
        int granted = 0;
        int[] grantedTo = new int[users.Length];

        var threads = Enumerable.Range(0, 64).Select(thread => Task.Run(async () =>
        {
            for (int call = 0; call < 4; call++)
            {
                int user = (thread + call) % users.Length;
                BudgetDecision decision = await Store.ReserveAsync([users[user], app], Timeout);
                if (!decision.IsGranted)
                    continue;
                Interlocked.Increment(ref granted);
                Interlocked.Increment(ref grantedTo[user]);
                await Store.SettleAsync(decision.Reservation, (BudgetOutcome)(thread % 2 * 2));
            }
        }));
        await Task.WhenAll(threads);

        Assert.Equal(100, granted);
        await UsedIsAsync([100, .. grantedTo], [app, .. users]);
        Assert.All(grantedTo, count => Assert.InRange(count, 1, 40));
    }

    private protected async Task<BudgetReservation> GrantedAsync(params BudgetClaim[] claims)
    {
        BudgetDecision decision = await Store.ReserveAsync(claims, Timeout);
        Assert.True(decision.IsGranted, decision.Refusal?.ToString());
        return decision.Reservation;
    }

    private protected async Task<BudgetRefusal> RefusedAsync(params BudgetClaim[] claims)
    {
        BudgetDecision decision = await Store.ReserveAsync(claims, Timeout);
        Assert.False(decision.IsGranted);
        return decision.Refusal;
    }

    private protected async Task CompleteAsync(params BudgetClaim[] claims) =>
        await Store.SettleAsync(await GrantedAsync(claims), BudgetOutcome.Completed);

    private protected async Task UsedIsAsync(int[] expected, params BudgetClaim[] claims) =>
        Assert.Equal(expected, (await Store.ReadAsync(claims)).Select(state => state.Used));
}
