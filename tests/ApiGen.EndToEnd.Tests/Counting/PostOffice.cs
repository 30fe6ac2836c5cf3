using System.Net;
using ApiGen.Sandbox;
using Microsoft.Extensions.Time.Testing;
using Post;
using SandboxServer = ApiGen.Sandbox.Sandbox;

namespace ApiGen.EndToEnd.Tests.Counting;

/// <summary>A sandbox of an API whose limits count by values, addresses and days, at noon in UTC before clocks change.</summary>
internal sealed class PostOffice : IAsyncDisposable
{
    private PostOffice(SandboxServer server, FakeTimeProvider clock)
    {
        Server = server;
        Clock = clock;
        Budgets = new MemoryBudgetStore(clock);
    }

    public SandboxServer Server { get; }

    public FakeTimeProvider Clock { get; }

    public MemoryBudgetStore Budgets { get; }

    public static async Task<PostOffice> OpenAsync(params SandboxAccount[] accounts)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 10, 31, 12, 0, 0, TimeSpan.Zero));
        var options = new SandboxOptions { Accounts = accounts, TimeProvider = clock };
        SandboxServer server = await SandboxServer.StartAsync(PostClient.Api, options);
        server.Always().Answers(HttpStatusCode.OK, "{}");
        return new PostOffice(server, clock);
    }

    /// <summary>A client that counts in the office's store, or in one of its own, which knows of no other's calls.</summary>
    public PostClient Client(SandboxAccount? account = null, string? network = null, bool isStranger = false)
    {
        var options = new ApiClientOptions
        {
            BaseAddress = Server.Address,
            BudgetStore = isStranger ? new MemoryBudgetStore(Clock) : Budgets,
            TimeProvider = Clock,
        };
        if (network is not null) options.NetworkName = network;
        return new PostClient((account ?? Server.Account).Credentials(), options);
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
