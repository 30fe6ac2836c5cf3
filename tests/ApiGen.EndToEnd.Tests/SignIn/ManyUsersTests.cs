using ApiGen.Sandbox;
using Twitter;
using Server = ApiGen.Sandbox.Sandbox;

namespace ApiGen.EndToEnd.Tests.SignIn;

/// <summary>One process serves many users, and their credentials change while it runs.</summary>
public sealed class ManyUsersTests
{
    [Fact]
    public void A_client_for_one_more_user_takes_little_memory_and_no_handler()
    {
        var twitter = new TwitterClient(Of(0), new ApiClientOptions());
        OAuth1Credentials[] credentials = [.. Enumerable.Range(1, 101).Select(Of)];
        GC.KeepAlive(twitter.For(credentials[0]));

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 1; i <= 100; i++) GC.KeepAlive(twitter.For(credentials[i]));
        long bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / 100;

        TestContext.Current.TestOutputHelper!.WriteLine($"A client for one more user: {bytes} bytes.");
        Assert.InRange(bytes, 1, 640);
    }

    [Fact]
    public async Task Credentials_that_a_source_replaces_are_used_from_the_next_call_on()
    {
        var first = new SandboxAccount("the-app", "app-secret", "1-token-of-one", "secret-of-one");
        SandboxAccount second = first with { Token = "2-token-of-two", TokenSecret = "secret-of-two" };
        await using var sandbox = await Server.StartAsync(TwitterClient.Api, new() { Accounts = [first, second] });
        var source = new Rotating(first.Credentials());
        var options = new ApiClientOptions { BaseAddress = sandbox.Address, BudgetStore = new MemoryBudgetStore() };
        var twitter = new TwitterClient(source, options);

        await twitter.Friendships.CreateAsync(1);
        source.Current = second.Credentials();
        await twitter.Friendships.CreateAsync(1);

        Assert.Equal(["1", "2"], sandbox.Requests.Select(request => request.User));
        IReadOnlyList<BudgetState> budgets = await twitter.Friendships.Budgets.Create.ReadAsync();
        Assert.Equal([1, 2], budgets.Select(budget => budget.Used));
    }

    [Fact]
    public async Task A_source_that_has_better_credentials_after_a_refusal_saves_the_call()
    {
        await using var sandbox = await Server.StartAsync(TwitterClient.Api);
        OAuth1Credentials good = sandbox.Account.Credentials();
        var stale = new OAuth1Credentials(
            sandbox.Account.ConsumerKey, sandbox.Account.ConsumerSecret, "17-revoked-token", "its-old-secret");
        var source = new Rotating(stale) { Spare = good };
        var options = new ApiClientOptions { BaseAddress = sandbox.Address, BudgetStore = new MemoryBudgetStore() };

        await new TwitterClient(source, options).Friendships.CreateAsync(1);

        Assert.Equal([401, 200], sandbox.Requests.Select(request => (int)request.StatusCode!));
    }

    [Fact]
    public async Task A_source_that_fails_on_the_network_says_that_nothing_was_sent()
    {
        await using var sandbox = await Server.StartAsync(TwitterClient.Api);
        var source = new Rotating(null);

        var failure = await Assert.ThrowsAsync<ApiException>(() => new TwitterClient(
            source, new ApiClientOptions { BaseAddress = sandbox.Address }).Friendships.CreateAsync(1));

        Assert.Equal(FailureMeaning.NotSent, failure.Means);
        Assert.Empty(sandbox.Requests);
    }

    private static OAuth1Credentials Of(int user) => new("key", "secret", $"{user}-token", "token-secret");

    private sealed class Rotating(OAuth1Credentials? current) : ICredentialSource<OAuth1Credentials>
    {
        public OAuth1Credentials? Current { get; set; } = current;

        public OAuth1Credentials? Spare { get; init; }

        public async ValueTask<OAuth1Credentials> GetAsync(CancellationToken cancellationToken)
        {
            await Task.Yield();
            return Current ?? throw new HttpRequestException("The vault can't be reached.");
        }

        public ValueTask<OAuth1Credentials?> RenewAsync(OAuth1Credentials refused, CancellationToken cancellationToken)
        {
            Current = Spare;
            return new(Spare);
        }
    }
}
