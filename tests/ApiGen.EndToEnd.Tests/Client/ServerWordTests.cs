using System.Globalization;
using System.Net;
using ApiGen.Sandbox;
using Twitter;

namespace ApiGen.EndToEnd.Tests.Client;

/// <summary>What the server says of its limits, over real HTTP.</summary>
public sealed class ServerWordTests
{
    [Fact]
    public async Task A_lower_remainder_in_a_header_holds_until_the_window_of_the_server_ends()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        TwitterClient twitter = sandbox.Client();
        DateTimeOffset reset = sandbox.Clock.GetUtcNow().AddMinutes(5);
        sandbox.Server.Next()
            .WithHeader("x-rate-limit-remaining", "2")
            .WithHeader("x-rate-limit-reset", Epoch(reset)).Succeeds();
        await twitter.Friends.IdsAsync("twitterdev");
        sandbox.Server.Always()
            .WithoutHeader("x-rate-limit-remaining").Succeeds();

        await twitter.Friends.IdsAsync("twitterdev");
        await twitter.Friends.IdsAsync("twitterdev");
        var refused = await Assert.ThrowsAsync<BudgetExhaustedException>(() => twitter.Friends.IdsAsync("twitterdev"));

        Assert.Equal(BudgetRefusalReason.ServerWord, refused.Reason);
        Assert.Equal(reset, refused.ResumesAt);
        Assert.Equal(3, sandbox.Server.Requests.Count);
        sandbox.Clock.Advance(TimeSpan.FromMinutes(5));
        await twitter.Friends.IdsAsync("twitterdev");
    }

    [Fact]
    public async Task A_higher_remainder_in_a_header_raises_nothing()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        TwitterClient twitter = sandbox.Client();
        sandbox.Server.Always().WithHeader("x-rate-limit-remaining", "900").Succeeds();
        for (int call = 0; call < 15; call++) await twitter.Friends.IdsAsync("twitterdev");

        var refused = await Assert.ThrowsAsync<BudgetExhaustedException>(() => twitter.Friends.IdsAsync("twitterdev"));

        Assert.Equal(BudgetRefusalReason.Used, refused.Reason);
    }

    [Fact]
    public async Task The_servers_clock_and_not_this_machines_tells_how_long_until_a_reset()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        TwitterClient twitter = sandbox.Client();
        DateTimeOffset server = sandbox.Clock.GetUtcNow().AddHours(7);
        sandbox.Server.Next()
            .WithHeader("Date", server.ToString("R", CultureInfo.InvariantCulture))
            .WithHeader("x-rate-limit-remaining", "0")
            .WithHeader("x-rate-limit-reset", Epoch(server.AddMinutes(3))).Succeeds();
        await twitter.Friends.IdsAsync("twitterdev");

        var refused = await Assert.ThrowsAsync<BudgetExhaustedException>(() => twitter.Friends.IdsAsync("twitterdev"));

        Assert.Equal(sandbox.Clock.GetUtcNow().AddMinutes(3), refused.ResumesAt);
    }

    [Theory]
    [InlineData("90", 90)]
    [InlineData("Sun, 01 Mar 2026 12:02:00 GMT", 120)]
    [InlineData(null, 900)]
    public async Task A_429_stops_the_users_calls_until_the_time_it_names_or_for_a_window(string? retryAfter, int seconds)
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        TwitterClient twitter = sandbox.Client();
        SandboxAnswer answer = sandbox.Server.Next()
            .WithoutHeader("x-rate-limit-remaining").WithoutHeader("x-rate-limit-reset").WithoutHeader("Retry-After");
        (retryAfter is null ? answer : answer.WithHeader("Retry-After", retryAfter))
            .Answers(HttpStatusCode.TooManyRequests, "");

        await Assert.ThrowsAsync<ApiException>(() => twitter.Friends.IdsAsync("twitterdev"));
        var refused = await Assert.ThrowsAsync<BudgetExhaustedException>(() => twitter.Friends.IdsAsync("twitterdev"));

        Assert.Equal(sandbox.Clock.GetUtcNow().AddSeconds(seconds), refused.ResumesAt);
        Assert.Single(sandbox.Server.Requests);
    }

    [Fact]
    public async Task A_cool_down_lasts_longer_each_time_and_tells_the_caller_which_failure_it_was()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        TwitterClient twitter = sandbox.Client();
        sandbox.Server.Always().Fails(TwitterFriendships.CreateFailures.FollowLimit);

        foreach (int minutes in (int[])[15, 30, 60])
        {
            var failure = await Assert.ThrowsAsync<ApiException>(() => twitter.Friendships.CreateAsync("twitterdev"));
            Assert.Equal((FailureMeaning.CoolDown, "161"), (failure.Means, failure.Code));
            var refused = await Assert.ThrowsAsync<BudgetExhaustedException>(
                () => twitter.Friendships.CreateAsync("twitterdev"));
            Assert.Equal(sandbox.Clock.GetUtcNow().AddMinutes(minutes), refused.ResumesAt);
            sandbox.Clock.Advance(TimeSpan.FromMinutes(minutes));
        }

        Assert.Equal(3, sandbox.Server.Requests.Count);
    }

    [Fact]
    public async Task A_users_cool_down_leaves_other_users_alone()
    {
        SandboxAccount first = new("app", "app-secret", "1-token", "secret-1");
        SandboxAccount second = first with { Token = "2-token", TokenSecret = "secret-2" };
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync(first, second);
        sandbox.Server.Next().Fails(TwitterFriendships.CreateFailures.FollowLimit);
        await Assert.ThrowsAsync<ApiException>(() => sandbox.Client(first).Friendships.CreateAsync("twitterdev"));

        await sandbox.Client(second).Friendships.CreateAsync("twitterdev");

        await Assert.ThrowsAsync<BudgetExhaustedException>(
            () => sandbox.Client(first).Friendships.CreateAsync("twitterdev"));
    }

    [Fact]
    public async Task A_limit_that_differs_from_the_specs_is_told_once_with_the_line_to_change()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        List<LimitMismatch> told = [];
        TwitterClient twitter = sandbox.Client(configure: options => options.OnLimitMismatch = told.Add);
        sandbox.Server.Always().WithHeader("x-rate-limit-limit", "10").Succeeds();
        await twitter.Friends.IdsAsync("twitterdev");
        await twitter.Friends.IdsAsync("twitterdev");

        LimitMismatch mismatch = Assert.Single(told);

        Assert.Equal(
            "The server says in x-rate-limit-remaining that 10 calls fit where the spec of friends/ids has 15. "
            + "In the document \"endpoint: friends/ids\" of Twitter, change \"per: user, count: 15, window: 15m\" to "
            + "\"count: 10\".",
            mismatch.ToString());
    }

    [Fact]
    public async Task The_ratelimit_fields_of_the_draft_are_understood_without_a_word_in_the_spec()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        TwitterClient twitter = sandbox.Client();
        sandbox.Server.Next()
            .WithHeader("RateLimit-Policy", "\"day\";q=400;w=86400")
            .WithHeader("RateLimit", "\"day\";r=0;t=60").Succeeds();
        await twitter.Friendships.CreateAsync("twitterdev");

        var refused = await Assert.ThrowsAsync<BudgetExhaustedException>(
            () => twitter.Friendships.CreateAsync("twitterdev"));

        Assert.Equal((BudgetScope.User, 400), (refused.State.Key.Scope, refused.State.Limit));
        Assert.Equal(sandbox.Clock.GetUtcNow().AddMinutes(1), refused.ResumesAt);
    }

    private static string Epoch(DateTimeOffset moment) =>
        moment.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
