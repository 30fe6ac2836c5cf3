using System.Diagnostics;
using System.Globalization;
using ApiGen.Sandbox;

namespace ApiGen.EndToEnd.Tests.Storm;

/// <summary>A process of its own that calls <c>friendships/create</c> until the budget is used up.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private WorkerProcess(string name, Process process)
    {
        Name = name;
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>The screen name in its calls, by which the server tells them from those of others.</summary>
    public string Name { get; }

    public bool HasEnded => _process.HasExited;

    public static WorkerProcess Start(
        string name, Uri address, SandboxAccount account, string budgetFile, int concurrency)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList =
            {
                Program(), address.ToString(), budgetFile, name, concurrency.ToString(CultureInfo.InvariantCulture),
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TWITTER_CONSUMER_KEY"] = account.ConsumerKey;
        start.Environment["TWITTER_CONSUMER_SECRET"] = account.ConsumerSecret;
        start.Environment["TWITTER_ACCESS_TOKEN"] = account.Token;
        start.Environment["TWITTER_ACCESS_TOKEN_SECRET"] = account.TokenSecret;

        // A killed process can't remove the sockets at which it awaits debuggers.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return new WorkerProcess(name, Process.Start(start)!);
    }

    /// <summary>Waits for its end, and returns how many of its calls it says were answered.</summary>
    public async Task<int> AnsweredAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(TimeLimit);
        Assert.True(_process.ExitCode == 0, $"{Name} ended with {_process.ExitCode}:\n{await _errors}");
        return int.Parse(await _output, CultureInfo.InvariantCulture);
    }

    /// <summary>Ends it at once: on Unix with SIGKILL, which a process can't see coming.</summary>
    public async Task KillAsync()
    {
        Assert.False(_process.HasExited, $"{Name} ended before it was killed.");
        _process.Kill();
        await _process.WaitForExitAsync().WaitAsync(TimeLimit);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }

    /// <summary>The worker as it was built beside these tests.</summary>
    private static string Program()
    {
        string tests = typeof(WorkerProcess).Assembly.GetName().Name!;
        string worker = tests.Replace("Tests", "Worker", StringComparison.Ordinal);
        return Path.Combine(AppContext.BaseDirectory.Replace(tests, worker, StringComparison.Ordinal), $"{worker}.dll");
    }
}
