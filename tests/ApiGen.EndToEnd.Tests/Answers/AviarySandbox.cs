using ApiGen.Sandbox;
using Aviary;
using Microsoft.Extensions.Time.Testing;
using SandboxServer = ApiGen.Sandbox.Sandbox;

namespace ApiGen.EndToEnd.Tests.Answers;

/// <summary>
/// A sandbox of an API that answers in every way that the language has, and clients that share its clock and budgets.
/// </summary>
internal sealed class AviarySandbox : IAsyncDisposable
{
    private readonly MemoryBudgetStore _budgets;

    private AviarySandbox(SandboxServer server, FakeTimeProvider clock)
    {
        Server = server;
        Clock = clock;
        _budgets = new MemoryBudgetStore(clock);
    }

    public SandboxServer Server { get; }

    public FakeTimeProvider Clock { get; }

    /// <summary>Path and query of what arrived.</summary>
    public IEnumerable<string> Targets => Server.Requests.Select(request => request.Target);

    public static async Task<AviarySandbox> StartAsync()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        var options = new SandboxOptions { TimeProvider = clock };
        return new AviarySandbox(await SandboxServer.StartAsync(AviaryClient.Api, options), clock);
    }

    public AviaryClient Client(
        ICredentialSource<OAuth1Credentials>? credentials = null, Action<ApiClientOptions>? configure = null)
    {
        var options = new ApiClientOptions
        {
            BaseAddress = Server.Address,
            BudgetStore = _budgets,
            TimeProvider = Clock,
        };
        configure?.Invoke(options);
        return new AviaryClient(credentials ?? Server.Account.Credentials(), options);
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
