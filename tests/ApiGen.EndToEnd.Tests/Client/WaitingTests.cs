using Twitter;

namespace ApiGen.EndToEnd.Tests.Client;

/// <summary>Calls that wait for their turn, over real HTTP.</summary>
public sealed class WaitingTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public async Task A_call_over_the_limit_waits_and_is_sent_when_its_slot_frees()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        List<BudgetWaiting> told = [];
        TwitterClient twitter = Waiting(sandbox, TimeSpan.FromHours(25), told.Add);
        for (int call = 0; call < 400; call++) await twitter.Friendships.CreateAsync("twitterdev");

        Task<User> waiting = twitter.Friendships.CreateAsync("twitterdev");

        BudgetWaiting first = Assert.Single(told);
        Assert.Equal(("friendships/create", 0, TimeSpan.Zero), (first.Endpoint, first.SlotsBefore, first.Waited));
        Assert.Equal(sandbox.Clock.GetUtcNow() + Day, first.Refusal.ResumesAt);
        sandbox.Clock.Advance(Day - TimeSpan.FromSeconds(1));
        Assert.False(waiting.IsCompleted);
        Assert.Equal(400, sandbox.Server.Requests.Count);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(1));
        await waiting;
        Assert.Equal(401, sandbox.Server.Requests.Count);
    }

    [Fact]
    public async Task A_call_that_waited_is_signed_with_the_time_at_which_it_is_sent()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        TwitterClient twitter = Waiting(sandbox, TimeSpan.FromHours(25));
        for (int call = 0; call < 400; call++) await twitter.Friendships.CreateAsync("twitterdev");
        Task<User> waiting = twitter.Friendships.CreateAsync("twitterdev");

        sandbox.Clock.Advance(Day);

        // The sandbox refuses a timestamp that is more than minutes off.
        Assert.Equal("twitterdev", (await waiting).ScreenName);
    }

    [Fact]
    public async Task The_wait_is_not_counted_in_the_timeout_of_the_call()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        TwitterClient twitter = Waiting(sandbox, TimeSpan.FromHours(25));
        for (int call = 0; call < 400; call++) await twitter.Friendships.CreateAsync("twitterdev");
        sandbox.Server.Next().NeverAnswers();
        Task<User> waiting = twitter.Friendships.CreateAsync("twitterdev");

        sandbox.Clock.Advance(Day);
        await sandbox.ArrivedAsync(401);
        Assert.False(waiting.IsCompleted);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(100));

        var failure = await Assert.ThrowsAsync<ApiException>(() => waiting);
        Assert.Equal(FailureMeaning.OutcomeUnknown, failure.Means);
    }

    [Fact]
    public async Task A_wait_that_would_be_too_long_is_not_begun()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        TwitterClient twitter = Waiting(sandbox, TimeSpan.FromHours(1));
        for (int call = 0; call < 400; call++) await twitter.Friendships.CreateAsync("twitterdev");

        var refused = await Assert.ThrowsAsync<BudgetExhaustedException>(
            () => twitter.Friendships.CreateAsync("twitterdev"));

        Assert.Equal(
            "friendships/create may be called 400 times per user in 24 h, and all are used. "
            + "The next slot frees at 2026-03-02 12:00:00 UTC, in 24 h. That is longer than the call may wait, 1 h. "
            + "Nothing was sent.",
            refused.Message);
    }

    [Fact]
    public async Task A_cancelled_wait_ends_with_the_callers_own_token_and_sends_nothing()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        TwitterClient twitter = Waiting(sandbox, TimeSpan.FromHours(25));
        for (int call = 0; call < 400; call++) await twitter.Friendships.CreateAsync("twitterdev");
        using var cancellation = new CancellationTokenSource();
        Task<User> waiting = twitter.Friendships.CreateAsync("twitterdev", cancellationToken: cancellation.Token);

        await cancellation.CancelAsync();

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(cancellation.Token, cancelled.CancellationToken);
        Assert.Equal(400, sandbox.Server.Requests.Count);
        Assert.Equal((400, 400), await sandbox.UsedAsync());
    }

    [Fact]
    public async Task A_plan_tells_when_so_many_calls_could_be_done_by_one_user_and_by_all()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        TwitterClient twitter = sandbox.Client();
        DateTimeOffset now = sandbox.Clock.GetUtcNow();
        await twitter.Friendships.CreateAsync("twitterdev");

        BudgetPlan few = await twitter.Friendships.Budgets.Create.PlanAsync(399);
        BudgetPlan many = await twitter.Friendships.Budgets.Create.PlanAsync(1_200);

        Assert.Equal(new BudgetPlan(399, now, now, now), few);
        Assert.Equal(new BudgetPlan(1_200, now, now + (3 * Day), now + Day), many);
    }

    private static TwitterClient Waiting(
        TwitterSandbox sandbox, TimeSpan longest, Action<BudgetWaiting>? waiting = null) =>
        sandbox.Client(configure: options =>
        {
            options.BudgetWait = longest;
            options.OnBudgetWaiting = waiting;
        });
}
