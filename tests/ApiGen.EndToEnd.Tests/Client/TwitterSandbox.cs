using ApiGen.Sandbox;
using Microsoft.Extensions.Time.Testing;
using Twitter;
using SandboxServer = ApiGen.Sandbox.Sandbox;

namespace ApiGen.EndToEnd.Tests.Client;

/// <summary>A sandbox of Twitter, and clients that share its clock, which stands still, and one budget store.</summary>
internal sealed class TwitterSandbox : IAsyncDisposable
{
    private readonly MemoryBudgetStore _budgets;

    private TwitterSandbox(SandboxServer server, FakeTimeProvider clock)
    {
        Server = server;
        Clock = clock;
        _budgets = new MemoryBudgetStore(clock);
    }

    public SandboxServer Server { get; }

    public FakeTimeProvider Clock { get; }

    public static async Task<TwitterSandbox> StartAsync(params SandboxAccount[] accounts)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        var options = new SandboxOptions { Accounts = accounts, TimeProvider = clock };
        return new TwitterSandbox(await SandboxServer.StartAsync(TwitterClient.Api, options), clock);
    }

    public TwitterClient Client(SandboxAccount? account = null, Action<ApiClientOptions>? configure = null)
    {
        var options = new ApiClientOptions
        {
            BaseAddress = Server.Address,
            BudgetStore = _budgets,
            TimeProvider = Clock,
        };
        configure?.Invoke(options);
        return new TwitterClient((account ?? Server.Account).Credentials(), options);
    }

    /// <summary>Makes a call that must fail.</summary>
    public Task<ApiException> FailedAsync(Action<ApiClientOptions>? configure = null) =>
        Assert.ThrowsAnyAsync<ApiException>(() => Client(configure: configure).Friendships.CreateAsync("twitterdev"));

    /// <summary>How many slots of the user's and of the app's budget are taken.</summary>
    public async Task<(int User, int App)> UsedAsync(SandboxAccount? account = null)
    {
        IReadOnlyList<BudgetState> budgets = await Client(account).Friendships.Budgets.Create.ReadAsync();
        return (budgets[0].Used, budgets[1].Used);
    }

    /// <summary>Waits until a number of requests has arrived.</summary>
    public async Task ArrivedAsync(int count)
    {
        while (Server.Requests.Count < count) await Task.Delay(5);
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
