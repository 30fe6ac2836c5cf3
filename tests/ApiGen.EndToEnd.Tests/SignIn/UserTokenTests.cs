using ApiGen.CompilerServices;
using ApiGen.Sandbox;
using Microsoft.Extensions.Time.Testing;
using Server = ApiGen.Sandbox.Sandbox;

namespace ApiGen.EndToEnd.Tests.SignIn;

/// <summary>OAuth 2.0 for users: codes with PKCE, and refresh tokens that are good for one use.</summary>
public sealed class UserTokenTests
{
    private static readonly Uri Redirect = new("https://app.example/signed-in");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_code_becomes_a_token_of_the_user_with_an_apps_secret_and_without(bool hasSecret)
    {
        await using var sandbox = await Server.StartAsync(BirdsApi.Description);
        using OAuth2SignIn signIn = SignInTo(sandbox, hasSecret: hasSecret);

        var pending = PendingSignIn.FromState(signIn.Begin().ToState());
        UserGrant grant = await signIn.CompleteAsync(pending, await Browser.FollowAsync(pending.AuthorizeAddress));
        bool answer = await CallAsync(sandbox, signIn.SourceOf(grant, store: null));

        Assert.True(answer);
        Assert.Contains("scope=flock.read%20flock.write", pending.AuthorizeAddress.Query, StringComparison.Ordinal);
        Assert.Contains("code_challenge_method=S256", pending.AuthorizeAddress.Query, StringComparison.Ordinal);
        Assert.Equal(sandbox.Account.Token.Split('-')[0], grant.Token.UserId);
        Assert.Equal(grant.Token.UserId, sandbox.Requests[^1].User);
    }

    [Fact]
    public async Task An_expired_token_is_refreshed_once_and_the_new_refresh_token_is_kept_before_it_is_used()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        var server = new SandboxOptions { TimeProvider = clock };
        await using var sandbox = await Server.StartAsync(BirdsApi.Description, server);
        using OAuth2SignIn signIn = SignInTo(sandbox, clock: clock);
        List<UserGrant> kept = [];
        UserTokenSource source = signIn.SourceOf(await GrantAsync(signIn), grant =>
        {
            kept.Add(grant);
            return ValueTask.CompletedTask;
        });

        await CallAsync(sandbox, source, times: 16);
        Assert.Empty(kept);
        clock.Advance(TimeSpan.FromHours(3));
        await CallAsync(sandbox, source, times: 64);
        clock.Advance(TimeSpan.FromHours(3));
        await CallAsync(sandbox, source, times: 64);

        // A refresh token is good once: the second refresh was made by what the first one brought.
        Assert.Equal(2, kept.Count);
        Assert.Equal(2, kept.Select(grant => grant.Reveal().RefreshToken).Distinct().Count());
        Assert.DoesNotContain(sandbox.Requests, request => (int?)request.StatusCode >= 400);
        Assert.All(kept, grant => Assert.NotNull(grant.Token.UserId));
    }

    [Fact]
    public async Task A_revoked_token_is_refreshed_and_the_call_is_made_again()
    {
        await using var sandbox = await Server.StartAsync(BirdsApi.Description);
        using OAuth2SignIn signIn = SignInTo(sandbox);
        UserTokenSource source = signIn.SourceOf(await GrantAsync(signIn), store: null);
        sandbox.RevokeTokens();

        Assert.True(await CallAsync(sandbox, source));
    }

    [Fact]
    public async Task A_spent_refresh_token_is_a_clear_failure()
    {
        await using var sandbox = await Server.StartAsync(BirdsApi.Description);
        using OAuth2SignIn signIn = SignInTo(sandbox);
        UserGrant grant = await GrantAsync(signIn);
        sandbox.RevokeTokens();
        await CallAsync(sandbox, signIn.SourceOf(grant, store: null));
        sandbox.RevokeTokens();

        var failure = await Assert.ThrowsAsync<SignInException>(
            () => CallAsync(sandbox, signIn.SourceOf(grant, store: null)));

        Assert.Equal((SignInFailure.Refused, "invalid_grant"), (failure.Reason, failure.Code));
    }

    [Fact]
    public async Task A_callback_of_another_sign_in_is_refused_before_anything_is_sent()
    {
        await using var sandbox = await Server.StartAsync(BirdsApi.Description);
        using OAuth2SignIn signIn = SignInTo(sandbox);
        Uri forged = await Browser.FollowAsync(signIn.Begin().AuthorizeAddress);
        int sent = sandbox.Requests.Count;

        var failure = await Assert.ThrowsAsync<SignInException>(() => signIn.CompleteAsync(signIn.Begin(), forged));

        Assert.Equal(SignInFailure.OtherSignIn, failure.Reason);
        Assert.Equal(sent, sandbox.Requests.Count);
    }

    [Fact]
    public async Task A_user_who_says_no_is_told_apart()
    {
        await using var sandbox = await Server.StartAsync(BirdsApi.Description);
        using OAuth2SignIn signIn = SignInTo(sandbox);
        PendingSignIn pending = signIn.Begin();
        Uri callback = await Browser.FollowAsync(pending.AuthorizeAddress, saysYes: false);

        var failure = await Assert.ThrowsAsync<SignInException>(() => signIn.CompleteAsync(pending, callback));

        Assert.Equal((SignInFailure.Denied, "access_denied"), (failure.Reason, failure.Code));
    }

    [Fact]
    public async Task A_stolen_code_is_worth_nothing_without_its_verifier()
    {
        await using var sandbox = await Server.StartAsync(BirdsApi.Description);
        using OAuth2SignIn signIn = SignInTo(sandbox);
        Uri callback = await Browser.FollowAsync(signIn.Begin().AuthorizeAddress);
        string[] thief = signIn.Begin().ToState().Split(' ');
        string state = Uri.UnescapeDataString(callback.Query.Split("state=")[1].Split('&')[0]);

        var failure = await Assert.ThrowsAsync<SignInException>(() => signIn.CompleteAsync(
            PendingSignIn.FromState($"{state} {thief[1]} {thief[2]}"), callback));

        Assert.Equal("invalid_grant", failure.Code);
    }

    private static OAuth2SignIn SignInTo(Server sandbox, bool hasSecret = true, TimeProvider? clock = null) => new(
        BirdsApi.Descriptor,
        sandbox.Account.ConsumerKey,
        hasSecret ? sandbox.Account.ConsumerSecret : null,
        Redirect,
        new ApiClientOptions { BaseAddress = sandbox.Address, TimeProvider = clock ?? TimeProvider.System });

    private static async Task<UserGrant> GrantAsync(OAuth2SignIn signIn)
    {
        PendingSignIn pending = signIn.Begin();
        return await signIn.CompleteAsync(pending, await Browser.FollowAsync(pending.AuthorizeAddress));
    }

    private static async Task<bool> CallAsync(Server sandbox, UserTokenSource source, int times = 1)
    {
        var options = new ApiClientOptions { BaseAddress = sandbox.Address, BudgetStore = new MemoryBudgetStore() };
        var connection = ApiConnection.To(BirdsApi.Descriptor, source, options);
        bool[] answers = await Task.WhenAll(Enumerable.Range(0, times).Select(
            _ => Task.Run(() => connection.SendAsync(BirdsApi.Show.Call(), CancellationToken.None))));
        return answers.All(answer => answer);
    }
}
