using System.Net;
using Twitter;

namespace ApiGen.EndToEnd.Tests.Client;

public sealed class CallTests
{
    [Fact]
    public async Task Each_overload_sends_the_name_it_was_given_and_no_more()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        TwitterClient twitter = sandbox.Client();

        User byName = await twitter.Friendships.CreateAsync("twitterdev");
        User byId = await twitter.Friendships.CreateAsync(2244994945);
        await twitter.Friendships.CreateAsync(screenName: "a b+ü", follow: true);
        await twitter.Friendships.CreateAsync(userId: -1, follow: false);

        Assert.Equal(("twitterdev", 2244994945), (byName.ScreenName, byName.Id));
        Assert.Equal(("TwitterDev", 2244994945), (byId.ScreenName, byId.Id));
        Assert.Equal(
            [
                "POST /1.1/friendships/create.json?screen_name=twitterdev",
                "POST /1.1/friendships/create.json?user_id=2244994945",
                "POST /1.1/friendships/create.json?follow=true&screen_name=a%20b%2B%C3%BC",
                "POST /1.1/friendships/create.json?follow=false&user_id=-1",
            ],
            sandbox.Server.Requests.Select(request => $"{request.Method} {request.Target}"));
    }

    [Fact]
    public async Task A_name_that_is_null_is_a_mistake_that_costs_nothing()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();

        await Assert.ThrowsAsync<ArgumentNullException>(
            "screenName", () => sandbox.Client().Friendships.CreateAsync(screenName: null!));

        Assert.Empty(sandbox.Server.Requests);
        Assert.Equal((0, 0), await sandbox.UsedAsync());
    }

    [Fact]
    public async Task A_response_has_the_value_the_status_the_headers_and_the_budgets()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        sandbox.Server.Next().WithHeader("x-connection-hash", "c0ffee").Succeeds();

        ApiResponse<User> response = await sandbox.Client().Friendships.CreateWithResponseAsync("twitterdev");

        Assert.Equal("twitterdev", response.Value.ScreenName);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["c0ffee"], response.Headers.GetValues("x-connection-hash"));
        DateTimeOffset? next = sandbox.Clock.GetUtcNow().AddDays(1);
        Assert.Equal(
            [(BudgetScope.User, 400, 399, next), (BudgetScope.App, 1000, 999, next)],
            response.Budgets.Select(budget => (budget.Key.Scope, budget.Limit, budget.Remaining, budget.NextFree)));
    }

    [Fact]
    public async Task Clients_that_name_no_store_share_the_budgets_of_their_app()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        var options = new ApiClientOptions { BaseAddress = sandbox.Server.Address, TimeProvider = sandbox.Clock };
        OAuth1Credentials credentials = sandbox.Server.Account.Credentials();
        var first = new TwitterClient(credentials, options);
        var second = new TwitterClient(credentials, options);

        await first.Friendships.CreateAsync("twitterdev");
        await second.Friendships.CreateAsync("twitterdev");

        Assert.All(await first.Friendships.Budgets.Create.ReadAsync(), budget => Assert.Equal(2, budget.Used));
    }

    [Fact]
    public async Task An_outer_handler_that_is_disposed_leaves_the_connections_of_other_clients_alone()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        var retries = new RetryOnServerError();
        TwitterClient twitter = sandbox.Client(configure: options => options.OuterHandlers.Add(retries));
        await twitter.Friendships.CreateAsync("twitterdev");

        retries.Dispose();

        await sandbox.Client().Friendships.CreateAsync("twitterdev");
        Assert.Equal(2, sandbox.Server.Requests.Count);
    }

    [Fact]
    public async Task What_an_outer_handler_sends_again_is_signed_and_counted_anew()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        using var retries = new RetryOnServerError();
        sandbox.Server.Next(2).Fails("OverCapacity");

        TwitterClient twitter = sandbox.Client(configure: options => options.OuterHandlers.Add(retries));
        User user = await twitter.Friendships.CreateAsync("twitterdev");

        Assert.Equal("twitterdev", user.ScreenName);

        // A nonce that came before would have been refused with 401.
        Assert.Equal([503, 503, 200], sandbox.Server.Requests.Select(request => (int?)request.StatusCode));
        Assert.Equal((3, 3), await sandbox.UsedAsync());
    }
}
