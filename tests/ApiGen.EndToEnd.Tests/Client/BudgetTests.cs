using System.Net;
using ApiGen.Sandbox;
using Twitter;

namespace ApiGen.EndToEnd.Tests.Client;

public sealed class BudgetTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public async Task Of_401_calls_400_reach_the_server_and_a_day_later_400_more()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        TwitterClient twitter = sandbox.Client();
        DateTimeOffset start = sandbox.Clock.GetUtcNow();

        for (int i = 0; i < 400; i++) await twitter.Friendships.CreateAsync("twitterdev");
        var refused = await Assert.ThrowsAsync<BudgetExhaustedException>(
            () => twitter.Friendships.CreateAsync("twitterdev"));

        Assert.Equal(400, sandbox.Server.Requests.Count);
        Assert.Equal("friendships/create", refused.Endpoint);
        Assert.Equal((BudgetScope.User, Day), (refused.State.Key.Scope, refused.State.Key.Window));
        Assert.Equal((400, 400, 0), (refused.State.Limit, refused.State.Used, refused.State.Remaining));
        Assert.Equal(start + Day, refused.ResumesAt);

        sandbox.Clock.Advance(Day - TimeSpan.FromTicks(1));
        await Assert.ThrowsAsync<BudgetExhaustedException>(() => twitter.Friendships.CreateAsync("twitterdev"));
        sandbox.Clock.Advance(TimeSpan.FromTicks(1));
        for (int i = 0; i < 400; i++) await twitter.Friendships.CreateAsync("twitterdev");
        await Assert.ThrowsAsync<BudgetExhaustedException>(() => twitter.Friendships.CreateAsync("twitterdev"));

        Assert.Equal(800, sandbox.Server.Requests.Count);
        Assert.All(sandbox.Server.Requests, request => Assert.Equal(HttpStatusCode.OK, request.StatusCode));
    }

    [Fact]
    public async Task Three_users_of_one_app_share_its_thousand_calls()
    {
        SandboxAccount first = new("app", "app-secret", "1-token", "secret-1");
        SandboxAccount second = first with { Token = "2-token", TokenSecret = "secret-2" };
        SandboxAccount third = first with { Token = "3-token", TokenSecret = "secret-3" };
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync(first, second, third);

        await CallAsync(first, 400);
        await CallAsync(second, 400);
        await CallAsync(third, 200);
        var refused = await Assert.ThrowsAsync<BudgetExhaustedException>(() => CallAsync(third, 1));

        Assert.Equal((BudgetScope.App, 1000), (refused.State.Key.Scope, refused.State.Limit));
        Assert.Equal((200, 1000), await sandbox.UsedAsync(third));
        Assert.Equal(1000, sandbox.Server.Requests.Count);
        Assert.All(sandbox.Server.Requests, request => Assert.Equal(HttpStatusCode.OK, request.StatusCode));

        async Task CallAsync(SandboxAccount account, int times)
        {
            TwitterClient twitter = sandbox.Client(account);
            for (int i = 0; i < times; i++) await twitter.Friendships.CreateAsync("twitterdev");
        }
    }

    [Fact]
    public async Task Of_450_calls_from_64_callers_at_once_exactly_400_are_sent()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        TwitterClient twitter = sandbox.Client();
        int followed = 0;
        int refused = 0;

        var options = new ParallelOptions { MaxDegreeOfParallelism = 64 };
        await Parallel.ForAsync(0, 450, options, async (_, cancellationToken) =>
        {
            try
            {
                await twitter.Friendships.CreateAsync("twitterdev", cancellationToken: cancellationToken);
                Interlocked.Increment(ref followed);
            }
            catch (BudgetExhaustedException)
            {
                Interlocked.Increment(ref refused);
            }
        });

        Assert.Equal((400, 50), (followed, refused));
        Assert.Equal(400, sandbox.Server.Requests.Count);
        Assert.Equal((400, 400), await sandbox.UsedAsync());
    }

    [Fact]
    public async Task Budgets_are_read_without_sending_and_without_taking()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();

        IReadOnlyList<BudgetState> budgets = await sandbox.Client().Friendships.Budgets.Create.ReadAsync();

        Assert.Equal(
            [(BudgetScope.User, 400, 0), (BudgetScope.App, 1000, 0)],
            budgets.Select(budget => (budget.Key.Scope, budget.Limit, budget.Used)));
        Assert.All(budgets, budget => Assert.Equal((Day, null), (budget.Key.Window, budget.NextFree)));
        Assert.Empty(sandbox.Server.Requests);
        Assert.Equal((0, 0), await sandbox.UsedAsync());
    }

    [Fact]
    public async Task A_user_who_authorises_again_has_the_same_budget()
    {
        SandboxAccount before = new("app", "app-secret", "77-old", "secret-1");
        SandboxAccount after = before with { Token = "77-new", TokenSecret = "secret-2" };
        SandboxAccount other = before with { Token = "78-new", TokenSecret = "secret-3" };
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync(before, after, other);

        await sandbox.Client(before).Friendships.CreateAsync("twitterdev");

        Assert.Equal((1, 1), await sandbox.UsedAsync(after));
        Assert.Equal((0, 1), await sandbox.UsedAsync(other));
    }
}
