using System.Security.Cryptography;
using System.Text.Json;
using ApiGen.CompilerServices;
using ApiGen.Sandbox;
using Server = ApiGen.Sandbox.Sandbox;

namespace ApiGen.EndToEnd.Tests.SignIn;

/// <summary>Signing in where the app's private key signs, and no secret.</summary>
public sealed class PrivateKeySignInTests
{
    private static readonly ApiDescriptor Api = new()
    {
        Name = "Birds",
        BaseAddress = "https://birds.example",
        User = new()
        {
            Scheme = AuthScheme.OAuth1,
            RequestToken = "/oauth/request_token",
            Authorize = "/oauth/authorize",
            AccessToken = "/oauth/access_token",
            UserField = "bird_id",
        },
        UserId = UserIdSource.TokenPrefix,
        Signing = new() { Signature = OAuth1SignatureMethod.RsaSha256 },
    };

    private static readonly EndpointDescriptor<JsonElement> Show = new()
    {
        Api = Api,
        Name = "birds/show",
        Method = "GET",
        Path = "/birds.json",
        Read = static (ref JsonCursor json) => json.ReadJson(),
    };

    [Fact]
    public async Task A_private_key_signs_all_the_steps_and_the_calls_after()
    {
        using var key = RSA.Create(2048);
        await using var sandbox = await Server.StartAsync(
            new ApiDescription(Api, [new EndpointDescription(Show) { Example = "{}"u8.ToArray() }]),
            new SandboxOptions { Accounts = [AccountOf(key)] });
        var options = new ApiClientOptions { BaseAddress = sandbox.Address, BudgetStore = new MemoryBudgetStore() };
        using var signIn = new OAuth1SignIn(
            Api, OAuth1Credentials.WithPrivateKey("bird key", key.ExportPkcs8PrivateKeyPem()), options);

        TemporaryToken temporary = await signIn.BeginAsync();
        string pin = await Browser.ReadPinAsync(temporary.AuthorizeAddress);
        OAuth1Account account = await signIn.CompleteByPinAsync(temporary, pin);
        await ApiConnection.To(Api, account.Credentials, options).SendAsync(Show.Call(), default);

        Assert.Equal("7", account.UserId);
        Assert.Equal("7", sandbox.Requests[^1].User);
    }

    [Fact]
    public async Task The_key_of_another_app_is_refused()
    {
        using var key = RSA.Create(2048);
        using var other = RSA.Create(2048);
        await using var sandbox = await Server.StartAsync(
            new ApiDescription(Api, []), new SandboxOptions { Accounts = [AccountOf(key)] });
        using var signIn = new OAuth1SignIn(
            Api,
            OAuth1Credentials.WithPrivateKey("bird key", other.ExportPkcs8PrivateKeyPem()),
            new ApiClientOptions { BaseAddress = sandbox.Address });

        var failure = await Assert.ThrowsAsync<SignInException>(() => signIn.BeginAsync());

        Assert.Equal((SignInFailure.Refused, 401), (failure.Reason, (int)failure.StatusCode!));
    }

    [Fact]
    public void Credentials_that_cannot_sign_are_refused_before_the_first_user() =>
        Assert.Throws<ArgumentException>(() => new OAuth1SignIn(Api, new OAuth1Credentials("key", "secret"), null));

    private static SandboxAccount AccountOf(RSA key) => new("bird key", "", "7-token", "")
    {
        PublicKey = key.ExportSubjectPublicKeyInfoPem(),
    };
}
