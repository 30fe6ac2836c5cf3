using System.Diagnostics;
using System.Text;

namespace ApiGen.Package.Tests;

/// <summary>Runs <c>dotnet</c> as a user would, with no server process left behind.</summary>
internal static class Dotnet
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(10);

    public static async Task<DotnetResult> RunAsync(string directory, params IEnumerable<string> arguments)
    {
        string command = string.Join(' ', arguments);
        using var process = new Process { StartInfo = StartInfo(directory, arguments) };
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);

        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        using var timeout = new CancellationTokenSource(TimeLimit);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"dotnet {command} ran for more than {TimeLimit}:\n{output}");
        }

        return new DotnetResult(command, process.ExitCode, output.ToString());
    }

    private static ProcessStartInfo StartInfo(string directory, IEnumerable<string> arguments)
    {
        string host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(host, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // What an outer `dotnet test` tells its own MSBuild must not reach this one.
        foreach (string name in start.Environment.Keys.Where(IsForMSBuild).ToList()) start.Environment.Remove(name);
        start.Environment.Remove("NUGET_PACKAGES");
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        return start;
    }

    private static bool IsForMSBuild(string name) => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase);

    private static void Append(StringBuilder output, string? line)
    {
        if (line is null) return;
        lock (output) output.AppendLine(line);
    }
}
