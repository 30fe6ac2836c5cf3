using ApiGen.Sandbox;
using Microsoft.Extensions.Time.Testing;
using Twitter;
using Server = ApiGen.Sandbox.Sandbox;

namespace ApiGen.EndToEnd.Tests.SignIn;

/// <summary>Tokens that are long in coming, or expire while a call waits for its turn.</summary>
public sealed class SlowTokenTests
{
    private static readonly TimeSpan QuarterHour = TimeSpan.FromMinutes(15);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_call_whose_token_does_not_come_in_time_was_not_sent()
    {
        await using Server sandbox = await StartAsync();
        using var silent = new SilentServer();
        ApiClientOptions options = OptionsOf(sandbox);
        using AppTokenSource tokens = TokensOf(sandbox, silent.Address);

        Task<User> call = new TwitterAppClient(tokens, options).Users.ShowAsync("twitterdev");
        await silent.AskedAsync();
        _clock.Advance(options.Timeout);

        var failure = await Assert.ThrowsAsync<ApiException>(() => call);
        Assert.Equal((FailureMeaning.NotSent, "users/show"), (failure.Means, failure.Endpoint));
        Assert.Equal(
            "users/show was still waiting for credentials or budgets after 100 s. Nothing was sent.", failure.Message);
        Assert.IsType<TimeoutException>(failure.InnerException);
        Assert.Empty(sandbox.Requests);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_while_its_token_is_awaited_says_that_nothing_was_sent()
    {
        await using Server sandbox = await StartAsync();
        using var silent = new SilentServer();
        using AppTokenSource tokens = TokensOf(sandbox, silent.Address);
        using var patience = new CancellationTokenSource();

        Task<User> call = new TwitterAppClient(tokens, OptionsOf(sandbox)).Users
            .ShowAsync("twitterdev", cancellationToken: patience.Token);
        await silent.AskedAsync();
        await patience.CancelAsync();

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(patience.Token, cancelled.CancellationToken);
        Assert.Equal("users/show was cancelled. Nothing was sent.", cancelled.Message);
    }

    [Fact]
    public async Task A_token_that_expires_while_a_call_waits_for_its_turn_is_replaced_before_the_call_is_signed()
    {
        await using Server sandbox = await StartAsync(tokenLifetime: TimeSpan.FromMinutes(10));
        ApiClientOptions options = OptionsOf(sandbox, budgetWait: TimeSpan.FromHours(1));
        using AppTokenSource tokens = TokensOf(sandbox, sandbox.Address);
        var twitter = new TwitterAppClient(tokens, options);
        for (int call = 0; call < 900; call++) await twitter.Users.ShowAsync("twitterdev");

        Task<User> waiting = twitter.Users.ShowAsync("twitterdev");
        _clock.Advance(QuarterHour);
        await waiting;

        Assert.Equal(901, sandbox.Requests.Count(request => request.Endpoint == "users/show"));
        Assert.Equal(2, sandbox.Requests.Count(request => request.Endpoint is null));
        Assert.All(sandbox.Requests, request => Assert.Equal(200, (int?)request.StatusCode));
        Assert.Equal(1, Assert.Single(await twitter.Users.Budgets.Show.ReadAsync()).Used);
    }

    [Fact]
    public async Task A_call_whose_user_changed_while_it_waited_draws_on_the_new_users_budget()
    {
        SandboxAccount first = new("the-app", "app-secret", "1-token-of-one", "secret-of-one");
        SandboxAccount second = first with { Token = "2-token-of-two", TokenSecret = "secret-of-two" };
        await using Server sandbox = await StartAsync(accounts: [first, second]);
        ApiClientOptions options = OptionsOf(sandbox, budgetWait: TimeSpan.FromHours(1));
        var source = new ReplaceableSource { Current = first.Credentials() };
        var twitter = new TwitterClient(source, options);
        for (int call = 0; call < 900; call++) await twitter.Users.ShowAsync("twitterdev");

        Task<User> waiting = twitter.Users.ShowAsync("twitterdev");
        source.Current = second.Credentials();
        _clock.Advance(QuarterHour);
        await waiting;

        Assert.Equal((901, "2"), (sandbox.Requests.Count, sandbox.Requests[^1].User));
        Assert.Equal(0, await UsedAsync(twitter, first));
        Assert.Equal(1, await UsedAsync(twitter, second));
    }

    private static async Task<int> UsedAsync(TwitterClient twitter, SandboxAccount account) =>
        Assert.Single(await twitter.For(account.Credentials()).Users.Budgets.Show.ReadAsync()).Used;

    private Task<Server> StartAsync(TimeSpan? tokenLifetime = null, params SandboxAccount[] accounts) =>
        Server.StartAsync(TwitterClient.Api, new SandboxOptions
        {
            Accounts = accounts,
            TimeProvider = _clock,
            TokenLifetime = tokenLifetime ?? TimeSpan.FromHours(2),
        });

    private ApiClientOptions OptionsOf(Server sandbox, TimeSpan budgetWait = default) => new()
    {
        BaseAddress = sandbox.Address,
        BudgetStore = new MemoryBudgetStore(_clock),
        BudgetWait = budgetWait,
        TimeProvider = _clock,
    };

    /// <summary>Tokens from an address, which is given more time than the calls have.</summary>
    private AppTokenSource TokensOf(Server sandbox, Uri address) => TwitterAppClient.SignIn(
        sandbox.Account.ConsumerKey,
        sandbox.Account.ConsumerSecret,
        new ApiClientOptions { BaseAddress = address, TimeProvider = _clock, Timeout = TimeSpan.FromHours(1) });

    private sealed class ReplaceableSource : ICredentialSource<OAuth1Credentials>
    {
        public required OAuth1Credentials Current { get; set; }

        public ValueTask<OAuth1Credentials> GetAsync(CancellationToken cancellationToken) => new(Current);
    }
}
