using System.Security.Cryptography;
using System.Text.Json;
using ApiGen.CompilerServices;
using ApiGen.Sandbox;
using Microsoft.Extensions.Time.Testing;
using SandboxServer = ApiGen.Sandbox.Sandbox;

namespace ApiGen.EndToEnd.Tests.Signing;

/// <summary>An API that wants its requests signed in some way, a sandbox of it, and a client of it.</summary>
internal sealed class SignedApi : IAsyncDisposable
{
    private static readonly Lazy<(string Private, string Public)> Keys = new(() =>
    {
        using var key = RSA.Create(2048);
        return (key.ExportPkcs8PrivateKeyPem(), key.ExportSubjectPublicKeyInfoPem());
    });

    private readonly EndpointDescriptor<JsonElement> _show;
    private readonly EndpointDescriptor<JsonElement> _update;

    private SignedApi(OAuth1Scheme scheme, FailureDescriptor[] failures, bool hasToken)
    {
        Api = new()
        {
            Name = "Birds",
            BaseAddress = "https://birds.example",
            Signing = scheme,
            Errors = [new() { List = "errors", Code = "code", Message = "message" }],
            Failures = failures,
        };
        _show = Endpoint("birds/show", "GET", "/birds/{id}", ParameterPlace.Query);
        _update = Endpoint("birds/update", "POST", "/birds/{id}", ParameterPlace.Form);
        Account = new("bird key", "s3cret&", hasToken ? "bird token" : "", hasToken ? "t0ken secret" : "")
        {
            PublicKey = scheme.IsRsa ? Keys.Value.Public : null,
        };
    }

    public SandboxAccount Account { get; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public SandboxServer Server { get; private set; } = null!;

    private ApiDescriptor Api { get; }

    public static async Task<SignedApi> StartAsync(
        OAuth1Scheme? scheme = null, FailureDescriptor[]? failures = null, bool hasToken = true)
    {
        var api = new SignedApi(scheme ?? OAuth1Scheme.Default, failures ?? [], hasToken);
        var description = new ApiDescription(api.Api, [Describe(api._show), Describe(api._update)]);
        api.Server = await SandboxServer.StartAsync(
            description, new SandboxOptions { Accounts = [api.Account], TimeProvider = api.Clock });
        return api;
    }

    public ApiConnection Connect(OAuth1Credentials? credentials = null, TimeProvider? clock = null) => ApiConnection.To(
        Api,
        credentials ?? Credentials(),
        new ApiClientOptions
        {
            BaseAddress = Server.Address,
            BudgetStore = new MemoryBudgetStore(Clock),
            TimeProvider = clock ?? Clock,
        });

    public Task<JsonElement> ShowAsync(string name, ApiConnection? connection = null) =>
        (connection ?? Connect()).SendAsync(_show.Call().Require(0, "a/é").Add(1, name), default);

    public Task<JsonElement> UpdateAsync(string name, ApiConnection? connection = null) =>
        (connection ?? Connect()).SendAsync(_update.Call().Require(0, "a/é").Add(1, name), default);

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private OAuth1Credentials Credentials() =>
        Api.Signing.IsRsa ? OAuth1Credentials.WithPrivateKey(Account.ConsumerKey, Keys.Value.Private, Account.Token)
        : Account.Token.Length == 0 ? new OAuth1Credentials(Account.ConsumerKey, Account.ConsumerSecret)
        : Account.Credentials();

    private static EndpointDescription Describe(EndpointDescriptor endpoint) => new(endpoint)
    {
        Parameters = [new("id", "string", true), new("name", "string", false)],
        Example = """{"id":"","name":""}"""u8.ToArray(),
    };

    private EndpointDescriptor<JsonElement> Endpoint(string name, string method, string path, ParameterPlace place) =>
        new()
        {
            Api = Api,
            Name = name,
            Method = method,
            Path = path,
            Parameters = [new("id", "id", ParameterPlace.Path), new("name", "name", place)],
            Limits = [new BudgetLimit(BudgetScope.User, 5, TimeSpan.FromDays(1))],
            Read = static (ref JsonCursor json) => json.ReadJson(),
        };
}
