using ApiGen.Runtime.Tests.Budgets;

namespace ApiGen.Redis.Tests;

/// <summary>Eight processes that call as fast as their budgets allow, and the server that counts them.</summary>
internal sealed class RedisStorm : IAsyncDisposable
{
    public const int AppLimit = 60;
    public const int UserLimit = 40;
    private const int Users = 2;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    private readonly CountingServer _server = new();
    private readonly StormProcess[] _processes;

    public RedisStorm(string redis, int minReplicas = 0) =>
        _processes =
        [
            .. Enumerable.Range(0, 8).Select(_ => new StormProcess(
                $"redis:{redis}", _server.Port,
                "--users", $"{Users}", "--user-limit", $"{UserLimit}", "--app-limit", $"{AppLimit}",
                "--window", $"{Window.TotalSeconds}", "--wait", "1", "--workers", "4",
                "--min-replicas", $"{minReplicas}")),
        ];

    /// <summary>How many calls were counted.</summary>
    public int Calls => _server.Calls.Length;

    /// <summary>Waits until so many calls more have been counted.</summary>
    public Task ArrivedAsync(int calls) => _server.ArrivedAsync(Calls + calls);

    /// <summary>Ends the storm, and checks that no window ever held more than its limit.</summary>
    public async Task EndAsync()
    {
        await _server.DisposeAsync();
        foreach (StormProcess process in _processes)
            await process.EndedAsync();
        Assert.InRange(_server.MostWithin(Window), 1, AppLimit);
        for (int user = 0; user < Users; user++)
            Assert.InRange(_server.MostWithin(Window, user), 1, UserLimit);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (StormProcess process in _processes)
            process.Dispose();
        await _server.DisposeAsync();
    }
}
