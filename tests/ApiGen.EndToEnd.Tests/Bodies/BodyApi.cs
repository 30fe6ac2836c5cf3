using System.Security.Cryptography;
using System.Text.Json;
using ApiGen.CompilerServices;

namespace ApiGen.EndToEnd.Tests.Bodies;

/// <summary>An API whose calls have bodies, described by hand as a generated client would describe it.</summary>
internal sealed class BodyApi(Uri address, OAuth1Scheme? scheme = null)
{
    private readonly ApiDescriptor _api = new()
    {
        Name = "Bodies",
        BaseAddress = "https://bodies.example",
        Signing = scheme ?? OAuth1Scheme.Default,
        User = new AuthDescriptor { Scheme = AuthScheme.OAuth1 },
    };

    public MemoryBudgetStore Budgets { get; } = new();

    /// <summary>An endpoint whose parameters all travel in one kind of body.</summary>
    public EndpointDescriptor<JsonElement> Endpoint(ParameterPlace place, params string[] names) => new()
    {
        Api = _api,
        Name = "bodies/send",
        Method = "POST",
        Path = "/send",
        Parameters = [.. names.Select(name => new ParameterDescriptor(name, name, place))],
        Limits = [new BudgetLimit(BudgetScope.User, 10, TimeSpan.FromDays(1))],
        Read = static (ref JsonCursor json) => json.ReadJson(),
    };

    public async Task SendAsync(
        ApiCall<JsonElement> call, Action<ApiClientOptions>? configure = null, CancellationToken cancellation = default)
    {
        await Connect(configure).SendAsync(call, cancellation);
    }

    /// <summary>How many calls are counted.</summary>
    public async Task<int> UsedAsync()
    {
        BudgetState state = Assert.Single(
            await Connect().BudgetsOf(Endpoint(ParameterPlace.Json)).ReadAsync(CancellationToken.None));
        return state.Used;
    }

    public static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexString(SHA256.HashData(content));

    private ApiConnection Connect(Action<ApiClientOptions>? configure = null)
    {
        var options = new ApiClientOptions { BaseAddress = address, BudgetStore = Budgets };
        configure?.Invoke(options);
        return ApiConnection.To(_api, new OAuth1Credentials("ck", "cs", "tk", "ts"), options);
    }
}
