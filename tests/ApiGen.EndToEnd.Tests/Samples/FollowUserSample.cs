using System.Diagnostics;
using System.Text;
using ApiGen.Sandbox;

namespace ApiGen.EndToEnd.Tests.Samples;

/// <summary>The built sample, run as a process that keeps its data in a folder of its own.</summary>
internal sealed class FollowUserSample : IDisposable
{
    private static readonly string[] AccountNames =
        ["TWITTER_CONSUMER_KEY", "TWITTER_CONSUMER_SECRET", "TWITTER_ACCESS_TOKEN", "TWITTER_ACCESS_TOKEN_SECRET"];

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("apigen-sample-");

    /// <summary>Leaves it without configuration.</summary>
    public FollowUserSample()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows gives a process no data folder of its own.");
        foreach (string name in AccountNames.Append("TWITTER_BASE_URL")) Environment[name] = null;
        Environment["HOME"] = _home.FullName;
        Environment["XDG_DATA_HOME"] = _home.FullName;
    }

    /// <summary>Lets it call a server with an account.</summary>
    public FollowUserSample(Uri address, SandboxAccount account)
        : this()
    {
        string[] values = [account.ConsumerKey, account.ConsumerSecret, account.Token, account.TokenSecret];
        foreach ((string name, string value) in AccountNames.Zip(values)) Environment[name] = value;
        Environment["TWITTER_BASE_URL"] = address.ToString();
    }

    /// <summary>What its environment has otherwise than this process's; null for what it lacks.</summary>
    public Dictionary<string, string?> Environment { get; } = [];

    /// <summary>The sample published as native code, to be run in place of the built one.</summary>
    public string? NativeProgram { get; init; }

    /// <summary>The file in which it counts calls.</summary>
    public string BudgetFile => Path.Combine(
        _home.FullName, OperatingSystem.IsMacOS() ? "Library/Application Support" : "", "FollowUser", "budgets.db");

    /// <summary>Runs it to its end. Whatever it prints may hold no secret and no stack trace.</summary>
    public async Task<SampleRun> RunAsync(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(
            NativeProgram ?? "dotnet", NativeProgram is null ? [BuildMetadata.FollowUser, .. arguments] : arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach ((string name, string? value) in Environment) start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        var run = new SampleRun(process.ExitCode, output, await error);
        Assert.DoesNotContain("   at ", run.ToString(), StringComparison.Ordinal);
        foreach (string? secret in AccountNames[1..].Select(name => Environment[name]))
        {
            if (secret is not null) Assert.DoesNotContain(secret, run.ToString(), StringComparison.Ordinal);
        }

        return run;
    }

    public void Dispose() => _home.Delete(recursive: true);
}
