using System.ComponentModel;
using System.Diagnostics;

namespace ApiGen.EndToEnd.Tests.IndependentServer;

/// <summary>Runs the scripts of a folder on Node.js, with the packages that its lock file names.</summary>
internal sealed class NodeFolder
{
    private readonly string _path;

    // Two tests that install at once would be in each other's way.
    private readonly Lazy<Task> _installed;

    public NodeFolder(string path)
    {
        _path = path;
        _installed = new Lazy<Task>(InstallAsync);
    }

    /// <summary>Runs a script to its end, with a settings file and an input, and gives its output.</summary>
    public async Task<string> RunAsync(string script, string settings, string input)
    {
        string file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, settings);
        try
        {
            using Process process = await StartAsync("node", script, file);
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, $"{script} ended with {process.ExitCode}.");
            return await output;
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Starts a program. Without it the test is skipped, except where everything must be there.</summary>
    public async Task<Process> StartAsync(string program, params string[] arguments)
    {
        await _installed.Value;
        return Start(program, arguments);
    }

    private async Task InstallAsync()
    {
        if (Directory.Exists(Path.Combine(_path, "node_modules"))) return;
        using Process npm = Start(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund"]);
        npm.StandardInput.Close();
        string output = await npm.StandardOutput.ReadToEndAsync();
        await npm.WaitForExitAsync();
        Assert.True(npm.ExitCode == 0, $"npm ci in {_path} ended with {npm.ExitCode}:\n{output}");
    }

    private Process Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip($"This test needs Node.js, and {program} is not on the PATH.");
            throw;
        }
    }
}
