using System.Diagnostics;

namespace ApiGen.Runtime.Tests.Budgets;

/// <summary>A process of <c>ApiGen.BudgetStorm</c>.</summary>
internal sealed class StormProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    public StormProcess(string file, int port, params string[] options)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "ApiGen.BudgetStorm.dll");
        string host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        _process = Process.Start(new ProcessStartInfo(host, [program, file, $"{port}", .. options])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Ends it as <c>kill -9</c> does, in the middle of whatever it does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Waits until it has ended by itself, without an error.</summary>
    public async Task EndedAsync()
    {
        await _process.WaitForExitAsync();
        Assert.True(_process.ExitCode == 0, await _errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
