using System.Net;
using ApiGen.Sandbox;

namespace ApiGen.EndToEnd.Tests.Sandbox;

public sealed class SandboxTests
{
    [Fact]
    public async Task Each_sandbox_has_an_address_an_account_and_a_log_of_its_own()
    {
        await using var one = await TestApi.StartAsync();
        await using var two = await TestApi.StartAsync();
        using TestClient client = new(one);
        using TestClient stranger = new(two, one.Account);

        Assert.NotEqual(one.Address, two.Address);
        Assert.NotEqual(one.Account, two.Account);
        Assert.Equal(("127.0.0.1", "http"), (one.Address.Host, one.Address.Scheme));
        Assert.Equal(HttpStatusCode.OK, (await client.FollowAsync()).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.FollowAsync()).Status);
        Assert.Equal((1, 1), (one.Requests.Count, two.Requests.Count));
    }

    [Fact]
    public async Task A_request_is_logged_with_who_sent_it_and_what_it_said()
    {
        await using var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox);
        IReadOnlyList<SandboxRequest> before = sandbox.Requests;

        await client.FollowAsync("screen_name=a%20b&follow=true");

        SandboxRequest request = Assert.Single(sandbox.Requests);
        Assert.Empty(before);
        Assert.Equal("POST", request.Method);
        Assert.Equal($"{TestApi.Follow}?screen_name=a%20b&follow=true", request.Target);
        Assert.Equal("friendships/create", request.Endpoint);
        Assert.Equal(sandbox.Account.Token.Split('-')[0], request.User);
        Assert.Equal(sandbox.Account.ConsumerKey, request.App);
        Assert.Equal(HttpStatusCode.OK, request.StatusCode);
        Assert.Equal(2, request.Parameters.Count);
        Assert.Equal("a b", request.Parameters["screen_name"]);
        Assert.Equal("POST friendships/create 200", request.ToString());
    }

    [Fact]
    public async Task The_account_made_up_at_the_start_has_a_token_that_begins_with_a_users_id()
    {
        await using var sandbox = await TestApi.StartAsync();

        Assert.Matches("^[1-9][0-9]{9}-[A-Za-z0-9]{40}$", sandbox.Account.Token);
    }

    [Fact]
    public void An_account_does_not_print_its_secrets()
    {
        SandboxAccount account = new("consumer-key", "consumer-secret", "123456-token", "token-secret");

        string text = account.ToString();

        Assert.Equal("SandboxAccount { ConsumerKey = cons…, Token = 1234…, secrets not shown }", text);
    }

    [Fact]
    public async Task Accounts_that_contradict_each_other_are_refused()
    {
        SandboxAccount account = new("key", "secret", "1-a", "s");
        SandboxAccount twin = account with { TokenSecret = "t" };
        SandboxAccount impostor = account with { Token = "2-b", ConsumerSecret = "t" };

        await Assert.ThrowsAsync<ArgumentException>(() => TestApi.StartAsync(new() { Accounts = [account, twin] }));
        await Assert.ThrowsAsync<ArgumentException>(() => TestApi.StartAsync(new() { Accounts = [account, impostor] }));
    }

    [Fact]
    public async Task Reset_forgets_requests_and_counts()
    {
        await using var sandbox = await ApiGen.Sandbox.Sandbox.StartAsync(
            TestApi.Limited(TestApi.Twitter, new BudgetLimit(BudgetScope.App, 1, TimeSpan.FromDays(1))));
        using TestClient client = new(sandbox);
        await client.GetAsync("/limited");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await client.GetAsync("/limited")).Status);

        sandbox.Reset();

        Assert.Empty(sandbox.Requests);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/limited")).Status);
    }

    [Fact]
    public async Task A_disposed_sandbox_listens_no_more()
    {
        var sandbox = await TestApi.StartAsync();
        using TestClient client = new(sandbox);
        await client.FollowAsync();

        await sandbox.DisposeAsync();
        await sandbox.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => client.FollowAsync());
    }
}
