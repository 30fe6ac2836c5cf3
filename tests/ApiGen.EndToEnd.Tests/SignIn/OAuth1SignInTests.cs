using Twitter;
using Server = ApiGen.Sandbox.Sandbox;

namespace ApiGen.EndToEnd.Tests.SignIn;

public sealed class OAuth1SignInTests
{
    private static readonly Uri Callback = new("https://app.example/signed-in?from=here");

    [Fact]
    public async Task A_PIN_becomes_credentials_that_call_for_the_user()
    {
        await using var sandbox = await Server.StartAsync(TwitterClient.Api);
        var options = new ApiClientOptions { BaseAddress = sandbox.Address, BudgetStore = new MemoryBudgetStore() };
        using OAuth1SignIn signIn = SignInTo(sandbox);

        TemporaryToken temporary = await signIn.BeginAsync();
        string pin = await Browser.ReadPinAsync(temporary.AuthorizeAddress);
        OAuth1Account account = await signIn.CompleteByPinAsync(temporary, $" {pin} ");
        await new TwitterClient(account.Credentials, options).Friendships.CreateAsync("twitterdev");

        string user = sandbox.Account.Token.Split('-')[0];
        Assert.Equal((user, "sandbox"), (account.UserId, account.Fields["screen_name"]));
        Assert.Equal(user, sandbox.Requests[^1].User);
        Assert.DoesNotContain(account.Fields.Keys, key => key.StartsWith("oauth_token", StringComparison.Ordinal));
        Assert.Equal(account.Reveal().Token.Split('-')[0], user);
    }

    [Fact]
    public async Task A_web_app_keeps_its_state_between_two_requests_and_completes_by_the_callback()
    {
        await using var sandbox = await Server.StartAsync(TwitterClient.Api);
        string kept;
        using (OAuth1SignIn before = SignInTo(sandbox)) kept = (await before.BeginAsync(Callback)).ToState();
        using OAuth1SignIn signIn = SignInTo(sandbox);

        TemporaryToken temporary = TemporaryToken.FromState(kept);
        Uri callback = await Browser.FollowAsync(temporary.AuthorizeAddress);
        OAuth1Account account = await signIn.CompleteByCallbackAsync(
            temporary, new Uri(callback.PathAndQuery, UriKind.Relative));

        Assert.StartsWith(
            "https://app.example/signed-in?from=here&oauth_token=", callback.AbsoluteUri, StringComparison.Ordinal);
        Assert.NotNull(account.UserId);
    }

    [Fact]
    public async Task A_callback_of_another_sign_in_is_refused_before_anything_is_sent()
    {
        await using var sandbox = await Server.StartAsync(TwitterClient.Api);
        using OAuth1SignIn signIn = SignInTo(sandbox);
        TemporaryToken attackers = await signIn.BeginAsync(Callback);
        TemporaryToken victims = await signIn.BeginAsync(Callback);
        Uri forged = await Browser.FollowAsync(attackers.AuthorizeAddress);
        int sent = sandbox.Requests.Count;

        var failure = await Assert.ThrowsAsync<SignInException>(
            () => signIn.CompleteByCallbackAsync(victims, forged));

        Assert.Equal(SignInFailure.OtherSignIn, failure.Reason);
        Assert.Equal(sent, sandbox.Requests.Count);
    }

    [Fact]
    public async Task A_user_who_says_no_is_told_apart()
    {
        await using var sandbox = await Server.StartAsync(TwitterClient.Api);
        using OAuth1SignIn signIn = SignInTo(sandbox);
        TemporaryToken temporary = await signIn.BeginAsync(Callback);
        Uri callback = await Browser.FollowAsync(temporary.AuthorizeAddress, saysYes: false);

        var failure = await Assert.ThrowsAsync<SignInException>(
            () => signIn.CompleteByCallbackAsync(temporary, callback));

        Assert.Equal((SignInFailure.Denied, FailureMeaning.Auth), (failure.Reason, failure.Means));
    }

    [Fact]
    public async Task A_temporary_token_is_exchanged_once_and_by_its_own_PIN()
    {
        await using var sandbox = await Server.StartAsync(TwitterClient.Api);
        using OAuth1SignIn signIn = SignInTo(sandbox);
        TemporaryToken temporary = await signIn.BeginAsync();
        string pin = await Browser.ReadPinAsync(temporary.AuthorizeAddress);

        var wrong = await Assert.ThrowsAsync<SignInException>(() => signIn.CompleteByPinAsync(temporary, "1234567890"));
        await signIn.CompleteByPinAsync(temporary, pin);
        var again = await Assert.ThrowsAsync<SignInException>(() => signIn.CompleteByPinAsync(temporary, pin));

        Assert.Equal((SignInFailure.Refused, 401), (wrong.Reason, (int)wrong.StatusCode!));
        Assert.Equal(SignInFailure.Refused, again.Reason);
    }

    [Theory]
    [InlineData("oauth_token=t&oauth_token_secret=s", SignInFailure.CallbackNotConfirmed)]
    [InlineData(
        "oauth_token=t&oauth_token_secret=s&oauth_callback_confirmed=false", SignInFailure.CallbackNotConfirmed)]
    [InlineData("<html>", SignInFailure.Unreadable)]
    [InlineData("oauth_token=a&oauth_token=b&oauth_callback_confirmed=true", SignInFailure.Unreadable)]
    public async Task An_answer_that_is_not_safe_is_not_used(string body, SignInFailure reason)
    {
        using var fault = new FaultyTokenServer(body);
        using OAuth1SignIn signIn = TwitterClient.SignIn(
            "key", "consumer-secret", new ApiClientOptions { PrimaryHandler = fault });

        var failure = await Assert.ThrowsAsync<SignInException>(() => signIn.BeginAsync(Callback));

        Assert.Equal((reason, null), (failure.Reason, failure.Body));
    }

    [Fact]
    public void Secrets_are_not_sent_without_TLS()
    {
        var options = new ApiClientOptions { BaseAddress = new Uri("http://api.example") };

        Assert.Throws<ArgumentException>(() => TwitterAppClient.SignIn("key", "secret", options));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a b c")]
    public void A_text_that_is_no_state_is_refused(string text) =>
        Assert.Throws<FormatException>(() => TemporaryToken.FromState(text));

    private static OAuth1SignIn SignInTo(Server sandbox) => TwitterClient.SignIn(
        sandbox.Account.ConsumerKey,
        sandbox.Account.ConsumerSecret,
        new ApiClientOptions { BaseAddress = sandbox.Address });

    /// <summary>Answers 200 and whatever it is told, as no sandbox does.</summary>
    private sealed class FaultyTokenServer(string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new StringContent(body) });
    }
}
