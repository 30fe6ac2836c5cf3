using ApiGen.Sandbox;
using Twitter;

namespace ApiGen.EndToEnd.Tests.Client;

public sealed class PoolTests
{
    [Fact]
    public async Task Tweets_and_retweets_share_300_calls_in_three_hours()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        TwitterClient twitter = sandbox.Client();

        for (int i = 0; i < 200; i++) await twitter.Statuses.UpdateAsync($"A window seat, {i}.");
        for (int i = 0; i < 100; i++) await twitter.Statuses.RetweetAsync(i);
        var refused = await Assert.ThrowsAsync<BudgetExhaustedException>(
            () => twitter.Statuses.UpdateAsync("One more."));
        await Assert.ThrowsAsync<BudgetExhaustedException>(() => twitter.Statuses.RetweetAsync(1));

        Assert.Equal("Twitter/Tweets", refused.State.Key.Pool);
        Assert.Equal(300, sandbox.Server.Requests.Count);
        Assert.Equal(
            [(BudgetScope.User, 300, 300), (BudgetScope.App, 300, 300)],
            (await twitter.Budgets.Tweets.ReadAsync()).Select(state => (state.Key.Scope, state.Limit, state.Used)));
        Assert.Equal(
            await twitter.Budgets.Tweets.ReadAsync(), await twitter.Statuses.Budgets.Retweet.ReadAsync());

        sandbox.Clock.Advance(TimeSpan.FromHours(3));
        await twitter.Statuses.RetweetAsync(1);
        Assert.Equal(301, sandbox.Server.Requests.Count);
    }

    [Fact]
    public async Task All_budgets_are_read_at_once_each_of_them_once()
    {
        SandboxAccount first = new("app", "app-secret", "1-token", "secret-1");
        SandboxAccount second = first with { Token = "2-token", TokenSecret = "secret-2" };
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync(first, second);
        TwitterClient twitter = sandbox.Client(first);
        await twitter.Friendships.CreateAsync("twitterdev");
        await sandbox.Client(second).Statuses.RetweetAsync(1);

        Assert.Equal(
            [
                ("Twitter/direct_messages/events/new", BudgetScope.User, 0),
                ("Twitter/direct_messages/events/new", BudgetScope.App, 0),
                ("Twitter/friends/ids", BudgetScope.User, 0),
                ("Twitter/friendships/create", BudgetScope.User, 1),
                ("Twitter/friendships/create", BudgetScope.App, 1),
                ("Twitter/media/upload", BudgetScope.User, 0),
                ("Twitter/Tweets", BudgetScope.User, 0),
                ("Twitter/Tweets", BudgetScope.App, 1),
                ("Twitter/statuses/user_timeline", BudgetScope.User, 0),
                ("Twitter/statuses/user_timeline", BudgetScope.App, 0),
                ("Twitter/users/show", BudgetScope.User, 0),
            ],
            Used(await twitter.Budgets.ReadAsync()));
        Assert.Equal(
            [
                ("Twitter/direct_messages/events/new", BudgetScope.User, 0),
                ("Twitter/friends/ids", BudgetScope.User, 0),
                ("Twitter/friendships/create", BudgetScope.User, 1),
                ("Twitter/media/upload", BudgetScope.User, 0),
                ("Twitter/Tweets", BudgetScope.User, 0),
                ("Twitter/statuses/user_timeline", BudgetScope.User, 0),
                ("Twitter/users/show", BudgetScope.User, 0),
            ],
            Used(await twitter.Budgets.ReadUserAsync()));
        Assert.Equal(
            [
                ("Twitter/direct_messages/events/new", BudgetScope.App, 0),
                ("Twitter/friendships/create", BudgetScope.App, 1),
                ("Twitter/Tweets", BudgetScope.App, 1),
                ("Twitter/statuses/user_timeline", BudgetScope.App, 0),
            ],
            Used(await twitter.Budgets.ReadAppAsync()));
    }

    [Fact]
    public async Task A_server_reports_the_budget_of_a_read_as_the_client_counts_it()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        TwitterClient twitter = sandbox.Client();
        DateTimeOffset reset = sandbox.Clock.GetUtcNow() + TimeSpan.FromMinutes(15);

        for (int left = 14; left >= 0; left--)
        {
            ApiResponse<UserIds> answer = await twitter.Friends.IdsWithResponseAsync("twitterdev");
            Assert.Equal([$"{left}"], answer.Headers.GetValues("x-rate-limit-remaining"));
            Assert.Equal([$"{reset.ToUnixTimeSeconds()}"], answer.Headers.GetValues("x-rate-limit-reset"));
            Assert.Equal(left, Assert.Single(answer.Budgets).Remaining);
        }

        await Assert.ThrowsAsync<BudgetExhaustedException>(() => twitter.Friends.IdsAsync("twitterdev"));
        sandbox.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.NotEmpty((await twitter.Friends.IdsAsync("twitterdev")).Ids);
    }

    [Fact]
    public async Task A_stand_in_answers_for_budgets_in_a_test()
    {
        TwitterBudgets budgets = new FullBudgets();

        Assert.Equal(0, Assert.Single(await budgets.ReadUserAsync()).Remaining);
    }

    private static IEnumerable<(string Pool, BudgetScope Scope, int Used)> Used(IEnumerable<BudgetState> states) =>
        states.Select(state => (state.Key.Pool, state.Key.Scope, state.Used));

    private sealed class FullBudgets : TwitterBudgets
    {
        public override ValueTask<IReadOnlyList<BudgetState>> ReadUserAsync(
            CancellationToken cancellationToken = default)
        {
            BudgetKey key = new("Twitter/Tweets", BudgetScope.User, "1", TimeSpan.FromHours(3));
            return new([new BudgetState(key, 300, 300, null)]);
        }
    }
}
