using ApiGen.Sandbox;
using Microsoft.Extensions.Time.Testing;
using Twitter;
using Server = ApiGen.Sandbox.Sandbox;

namespace ApiGen.EndToEnd.Tests.SignIn;

public sealed class AppTokenTests
{
    private const string TokenRequest = "/oauth2/token";

    [Fact]
    public async Task Many_calls_at_once_fetch_one_token_and_a_revoked_one_is_renewed_once()
    {
        await using var sandbox = await Server.StartAsync(TwitterClient.Api);
        TwitterAppClient twitter = ClientOf(sandbox, OptionsOf(sandbox));

        await CallAsync(twitter, 64);
        int first = TokenRequests(sandbox);
        sandbox.RevokeTokens();
        await CallAsync(twitter, 64);

        Assert.Equal((1, 2), (first, TokenRequests(sandbox)));
        int refused = sandbox.Requests.Count(request => (int?)request.StatusCode == 401);
        Assert.InRange(refused, 1, 64);

        // Every attempt had a permit of its own.
        BudgetState budget = Assert.Single(await twitter.Users.Budgets.Show.ReadAsync());
        Assert.Equal((BudgetScope.AppToken, 128 + refused), (budget.Key.Scope, budget.Used));
    }

    [Fact]
    public async Task A_token_is_fetched_again_before_it_expires()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        var server = new SandboxOptions { TimeProvider = clock, TokenLifetime = TimeSpan.FromHours(1) };
        await using var sandbox = await Server.StartAsync(TwitterClient.Api, server);
        ApiClientOptions options = OptionsOf(sandbox);
        options.TimeProvider = clock;
        TwitterAppClient twitter = ClientOf(sandbox, options);

        await CallAsync(twitter, 1);
        clock.Advance(TimeSpan.FromMinutes(59));
        await CallAsync(twitter, 1);
        Assert.Equal(1, TokenRequests(sandbox));
        clock.Advance(TimeSpan.FromSeconds(45));
        await CallAsync(twitter, 1);

        Assert.Equal(2, TokenRequests(sandbox));
        Assert.DoesNotContain(sandbox.Requests, request => (int?)request.StatusCode == 401);
    }

    [Fact]
    public async Task Who_stops_waiting_for_a_token_takes_it_from_nobody()
    {
        await using var sandbox = await Server.StartAsync(TwitterClient.Api);
        using var gate = new GateHandler();
        ApiClientOptions options = OptionsOf(sandbox);
        options.PrimaryHandler = gate;
        TwitterAppClient twitter = ClientOf(sandbox, options);
        using var impatience = new CancellationTokenSource();

        Task<User> gone = twitter.Users.ShowAsync("twitterdev", cancellationToken: impatience.Token);
        Task<User> stays = twitter.Users.ShowAsync("twitterdev");
        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);

        // Nothing is reserved for the time of waiting.
        gate.Open();
        await stays;
        Assert.Equal(1, TokenRequests(sandbox));
        Assert.Equal(1, Assert.Single(await twitter.Users.Budgets.Show.ReadAsync()).Used);
    }

    [Fact]
    public async Task A_wrong_secret_fails_the_call_and_takes_nothing_from_its_budget()
    {
        await using var sandbox = await Server.StartAsync(TwitterClient.Api);
        ApiClientOptions options = OptionsOf(sandbox);
        using AppTokenSource wrong = TwitterAppClient.SignIn(sandbox.Account.ConsumerKey, "another-secret", options);

        var failure = await Assert.ThrowsAsync<SignInException>(
            () => new TwitterAppClient(wrong, options).Users.ShowAsync("twitterdev"));

        Assert.Equal((SignInFailure.Refused, "invalid_client"), (failure.Reason, failure.Code));
        Assert.Equal(FailureMeaning.Auth, failure.Means);
        BudgetState budget = Assert.Single(await ClientOf(sandbox, options).Users.Budgets.Show.ReadAsync());
        Assert.Equal(0, budget.Used);
    }

    [Fact]
    public async Task A_token_that_stays_refused_is_renewed_once_and_the_refusal_stands()
    {
        await using var sandbox = await Server.StartAsync(TwitterClient.Api);
        TwitterAppClient twitter = ClientOf(sandbox, OptionsOf(sandbox));
        sandbox.Always().Fails("TokenInvalid");

        var failure = await Assert.ThrowsAsync<ApiException>(() => twitter.Users.ShowAsync("twitterdev"));

        Assert.Equal("TokenInvalid", failure.Name);
        Assert.Equal(2, TokenRequests(sandbox));
        Assert.Equal(2, sandbox.Requests.Count(request => request.Endpoint == "users/show"));
    }

    [Fact]
    public async Task Calls_for_users_and_calls_by_the_app_draw_on_pools_of_their_own()
    {
        await using var sandbox = await Server.StartAsync(TwitterClient.Api);
        ApiClientOptions options = OptionsOf(sandbox);
        TwitterAppClient app = ClientOf(sandbox, options);
        var user = new TwitterClient(sandbox.Account.Credentials(), options);

        await app.Users.ShowAsync("twitterdev");
        await user.Users.ShowAsync("twitterdev");
        await user.Users.ShowAsync("twitterdev");

        BudgetState ofUser = Assert.Single(await user.Users.Budgets.Show.ReadAsync());
        BudgetState ofApp = Assert.Single(await app.Users.Budgets.Show.ReadAsync());
        Assert.Equal((BudgetScope.User, 2), (ofUser.Key.Scope, ofUser.Used));
        Assert.Equal((BudgetScope.AppToken, 1), (ofApp.Key.Scope, ofApp.Used));
    }

    private static ApiClientOptions OptionsOf(Server sandbox) =>
        new() { BaseAddress = sandbox.Address, BudgetStore = new MemoryBudgetStore() };

    private static TwitterAppClient ClientOf(Server sandbox, ApiClientOptions options) => new(
        TwitterAppClient.SignIn(sandbox.Account.ConsumerKey, sandbox.Account.ConsumerSecret, options), options);

    private static int TokenRequests(Server sandbox) =>
        sandbox.Requests.Count(request => request.Target == TokenRequest);

    private static Task<User[]> CallAsync(TwitterAppClient twitter, int times) => Task.WhenAll(
        Enumerable.Range(0, times).Select(_ => Task.Run(() => twitter.Users.ShowAsync("twitterdev"))));

    /// <summary>Holds requests back until it is opened.</summary>
    private sealed class GateHandler() : DelegatingHandler(new SocketsHttpHandler())
    {
        private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Open() => _opened.SetResult();

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await _opened.Task.WaitAsync(cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
