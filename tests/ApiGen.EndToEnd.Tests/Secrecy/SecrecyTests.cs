using System.Net;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using ApiGen.CompilerServices;
using ApiGen.EndToEnd.Tests.SignIn;
using ApiGen.EndToEnd.Tests.Signing;
using ApiGen.Sandbox;
using Twitter;
using Server = ApiGen.Sandbox.Sandbox;

namespace ApiGen.EndToEnd.Tests.Secrecy;

/// <summary>Whatever runs that fail in every way let out is searched for their secrets.</summary>
public sealed class SecrecyTests : IDisposable
{
    private readonly ProcessTraces _traces = new();
    private readonly List<string> _secrets = [];
    private readonly List<object> _shown = [];

    public void Dispose() => _traces.Dispose();

    [Fact]
    public async Task Nothing_that_a_failing_run_lets_out_holds_a_secret()
    {
        await using Server sandbox = await Server.StartAsync(TwitterClient.Api);
        SandboxAccount account = sandbox.Account;
        var options = new ApiClientOptions { BaseAddress = sandbox.Address, BudgetStore = new MemoryBudgetStore() };
        using OAuth1SignIn signIn = TwitterClient.SignIn(account.ConsumerKey, account.ConsumerSecret, options);
        using OAuth1SignIn wrong = TwitterClient.SignIn(account.ConsumerKey, "wrong-consumer-secret", options);
        using AppTokenSource app = TwitterAppClient.SignIn(account.ConsumerKey, account.ConsumerSecret, options);
        using AppTokenSource wrongApp = TwitterAppClient.SignIn(account.ConsumerKey, "wrong-consumer-secret", options);
        _secrets.AddRange([account.ConsumerSecret, account.Token, account.TokenSecret, "wrong-consumer-secret"]);
        _shown.AddRange([sandbox, options, signIn, wrong, app, wrongApp]);

        // A sign-in that fails, and one that doesn't.
        TemporaryToken temporary = await signIn.BeginAsync();
        string pin = await Browser.ReadPinAsync(temporary.AuthorizeAddress);
        _secrets.AddRange([pin, Uri.UnescapeDataString(temporary.ToState().Split(' ')[1]), "98765432109"]);
        await FailAsync(() => signIn.CompleteByPinAsync(temporary, "98765432109"));
        await FailAsync(() => wrong.CompleteByPinAsync(temporary, pin));
        OAuth1Account signedIn = await signIn.CompleteByPinAsync(temporary, pin);
        (string token, string tokenSecret) = signedIn.Reveal();
        _secrets.AddRange([token, tokenSecret]);
        _shown.AddRange([temporary, signedIn]);
        await FailAsync(() => signIn.CompleteByPinAsync(temporary, pin));

        // Calls that are refused, with the server's own words; that get no answer; that can't be read or budgeted.
        var bad = new TwitterClient((account with { TokenSecret = "another-token-secret" }).Credentials(), options);
        _secrets.Add("another-token-secret");
        await FailAsync(() => bad.Friendships.CreateAsync(1));
        var twitter = new TwitterClient(signedIn.Credentials, options);
        _shown.AddRange([bad, twitter, new OAuth1Signer(signedIn.Credentials)]);
        string words = $$"""{"errors":[{"code":1,"message":"{{token}} and {{tokenSecret}}"}]}""";
        sandbox.Next().WithHeader("X-Token", token).Answers(HttpStatusCode.Forbidden, words);
        await FailAsync(() => twitter.Friendships.CreateAsync(1));
        sandbox.Next().WithHeader("X-Token", token).Answers(HttpStatusCode.OK, $"""["{tokenSecret}"]""");
        await FailAsync(() => twitter.Friendships.CreateAsync(1));
        sandbox.Next().Resets();
        await FailAsync(() => twitter.Friendships.CreateAsync(1));
        _shown.Add(await Assert.ThrowsAsync<BudgetExhaustedException>(async () =>
        {
            for (int call = 0; call <= 400; call++) await twitter.Friendships.CreateAsync(1);
        }));
        using var nobody = new SilentServer();
        nobody.Dispose();
        var lost = new ApiClientOptions { BaseAddress = nobody.Address, BudgetStore = new MemoryBudgetStore() };
        await FailAsync(() => new TwitterClient(signedIn.Credentials, lost).Friendships.CreateAsync(1));

        // The app's own token: a wrong secret, and a token that stays refused.
        await FailAsync(() => new TwitterAppClient(wrongApp, options).Users.ShowAsync("a"));
        AppToken appToken = await app.GetAsync(CancellationToken.None);
        _secrets.Add(SecretIn(appToken));
        _shown.Add(appToken);
        sandbox.Always().Fails("TokenInvalid");
        await FailAsync(() => new TwitterAppClient(app, options).Users.ShowAsync("a"));
        _shown.AddRange(sandbox.Requests);

        Assert.Contains("was refused with 401", Search(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_a_failing_sign_in_by_OAuth_2_lets_out_holds_a_secret()
    {
        await using Server sandbox = await Server.StartAsync(BirdsApi.Description);
        var options = new ApiClientOptions { BaseAddress = sandbox.Address, BudgetStore = new MemoryBudgetStore() };
        using OAuth2SignIn signIn = BirdsOf(sandbox.Account.ConsumerKey, sandbox.Account.ConsumerSecret, options);
        using OAuth2SignIn wrong = BirdsOf(sandbox.Account.ConsumerKey, "wrong-client-secret", options);
        _secrets.AddRange([sandbox.Account.ConsumerSecret, "wrong-client-secret"]);
        _shown.AddRange([sandbox, signIn, wrong]);

        PendingSignIn pending = signIn.Begin();
        Uri callback = await Browser.FollowAsync(pending.AuthorizeAddress);
        _secrets.AddRange([pending.ToState().Split(' ')[1], callback.Query.Split("code=")[1].Split('&')[0]]);
        _shown.Add(pending);
        await FailAsync(() => wrong.CompleteAsync(pending, callback));
        await FailAsync(() => signIn.CompleteAsync(signIn.Begin(), callback));
        UserGrant grant = await signIn.CompleteAsync(pending, callback);
        _secrets.AddRange([grant.Reveal().Token, grant.Reveal().RefreshToken!]);
        await FailAsync(() => signIn.CompleteAsync(pending, callback));

        // A token that is revoked, and a refresh token that is spent.
        sandbox.RevokeTokens();
        UserTokenSource source = signIn.SourceOf(grant, store: null);
        UserTokenSource late = signIn.SourceOf(grant, store: null);
        UserToken? renewed = await source.RenewAsync(grant.Token, CancellationToken.None);
        _secrets.Add(SecretIn(renewed!));
        _shown.AddRange([grant, source, late, renewed!]);
        await FailAsync(() => ShowAsync(late, options));

        Assert.Contains("was refused with 400", Search(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_a_refused_signature_by_a_private_key_lets_out_holds_the_key()
    {
        await using SignedApi api = await SignedApi.StartAsync(new() { Signature = OAuth1SignatureMethod.RsaSha256 });
        using var key = RSA.Create(2048);
        string pem = key.ExportPkcs8PrivateKeyPem();
        var credentials = OAuth1Credentials.WithPrivateKey(api.Account.ConsumerKey, pem, api.Account.Token);
        _secrets.AddRange(pem.Split('\n')[1..^1]);
        _secrets.Add(api.Account.Token);
        ApiConnection connection = api.Connect(credentials);
        _shown.AddRange([api.Server, credentials, connection]);

        await FailAsync(() => api.ShowAsync("Kea", connection));
        _shown.Add(Assert.Throws<ArgumentException>(
            () => OAuth1Credentials.WithPrivateKey("key", pem.Replace("KEY", "KEEY", StringComparison.Ordinal))));

        Assert.Contains("the RSA private key", Search(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Unauthorized)]
    public async Task A_server_that_repeats_all_it_was_sent_is_not_repeated(HttpStatusCode status)
    {
        using var server = new EchoServer(status);
        var options = new ApiClientOptions { BaseAddress = server.Address, BudgetStore = new MemoryBudgetStore() };
        var credentials = new OAuth1Credentials("the-app", "app+secret", "12-to/ken+of&one", "to/ken+secret");
        using OAuth1SignIn first = TwitterClient.SignIn("the-app", "app+secret", options);
        using AppTokenSource app = TwitterAppClient.SignIn("the-app", "app+secret", options);
        using OAuth2SignIn second = BirdsOf("the-app", "app+secret", options);
        var expired = new UserToken("the-app", "bea+rer/token=", DateTimeOffset.UnixEpoch);
        var grant = new UserGrant(expired, "refr/esh+token");
        _secrets.AddRange(
            ["app+secret", "12-to/ken+of&one", "to/ken+secret", "1234567", "temporary+secret", "bea+rer/token=",
             "refr/esh+token", "the+code", Convert.ToBase64String("the-app:app%2Bsecret"u8)]);

        await FailAsync(() => new TwitterClient(credentials, options).Friendships.CreateAsync(1));
        await FailAsync(() => first.BeginAsync());
        var temporary = TemporaryToken.FromState($"temporary temporary%2Bsecret {server.Address}");
        await FailAsync(() => first.CompleteByPinAsync(temporary, "1234567"));
        await FailAsync(() => new TwitterAppClient(app, options).Users.ShowAsync("a"));
        PendingSignIn pending = second.Begin();
        string[] state = pending.ToState().Split(' ');
        _secrets.Add(state[1]);
        var callback = new Uri($"/?code=the%2Bcode&state={state[0]}", UriKind.Relative);
        await FailAsync(() => second.CompleteAsync(pending, callback));
        await FailAsync(() => ShowAsync(second.SourceOf(grant, store: null), options));
        await FailAsync(() => ShowAsync(expired, options));

        Assert.Contains("X-Echo: ", Search(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.OK)]
    public async Task A_sensitive_argument_is_kept_out_of_all_that_a_call_tells(HttpStatusCode status)
    {
        using var server = new EchoServer(status);
        SensitiveCalls calls = new(server.Address);
        _secrets.AddRange(SensitiveCalls.Values);

        await FailAsync(calls.PostAsync);
        await FailAsync(calls.GetAsync);
        _shown.Add(Assert.Throws<ArgumentException>(() => { _ = calls.RefusedAsync("q7w"); }));
        _shown.Add(Assert.Throws<ArgumentOutOfRangeException>(() => { _ = calls.RefusedAsync(90210); }));
        _secrets.AddRange(["q7w", "90210"]);

        string shown = Search();
        Assert.Contains("told-in-full", shown, StringComparison.Ordinal);
        Assert.Equal(status == HttpStatusCode.Unauthorized, shown.Contains("base string: ", StringComparison.Ordinal));
    }

    private static OAuth2SignIn BirdsOf(string app, string secret, ApiClientOptions options) =>
        new(BirdsApi.Descriptor, app, secret, new Uri("https://app.example/signed-in"), options);

    private static Task<bool> ShowAsync(ICredentialSource<UserToken> source, ApiClientOptions options) =>
        ApiConnection.To(BirdsApi.Descriptor, source, options).SendAsync(BirdsApi.Show.Call(), CancellationToken.None);

    private static string SecretIn(ApiCredentials token) => (string)typeof(ApiCredentials)
        .GetProperty("Token", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(token)!;

    private async Task FailAsync(Func<Task> call) => _shown.Add(await Assert.ThrowsAnyAsync<ApiException>(call));

    /// <summary>All that was let out, after no secret was found in it.</summary>
    private string Search()
    {
        var shown = new ShownTexts(_shown);
        string everything = string.Join('\n', shown.Texts.Concat(_traces.Texts));
        Assert.NotEmpty(_traces.Texts);
        Assert.All(_secrets, secret =>
        {
            // A short PIN may be a part of some number.
            string pattern = secret.All(char.IsAsciiDigit) ? $@"(?<!\d){secret}(?!\d)" : Regex.Escape(secret);
            Assert.DoesNotMatch(pattern, everything);
            if (Uri.EscapeDataString(secret) is { } encoded && encoded != secret)
                Assert.DoesNotContain(encoded, everything, StringComparison.Ordinal);
        });
        return everything;
    }
}
