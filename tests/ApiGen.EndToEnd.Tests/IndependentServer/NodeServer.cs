using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ApiGen.Sandbox;
using Twitter;

namespace ApiGen.EndToEnd.Tests.IndependentServer;

/// <summary><c>server.mjs</c> as a process, with the one account that it knows.</summary>
internal sealed class NodeServer : IAsyncDisposable
{
    private static readonly string Folder =
        Path.Combine(BuildMetadata.RepositoryRoot, "tests/ApiGen.EndToEnd.Tests/IndependentServer");

    private readonly Process _process;
    private readonly string _settings;

    private NodeServer(Process process, string settings, int port)
    {
        _process = process;
        _settings = settings;
        Address = new Uri($"http://127.0.0.1:{port}/");
    }

    public static SandboxAccount Account { get; } =
        new("independent-key", "s3cret+of/app", "12-token", "s3cret&of=user");

    public Uri Address { get; }

    private static byte[] UserExample =>
        TwitterClient.Api.Endpoints.Single(each => each.Endpoint.Name == "friendships/create").Example;

    /// <summary>Starts it. Without Node the test is skipped, except where everything must be there.</summary>
    public static async Task<NodeServer> StartAsync()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules"))) await InstallAsync();

        string settings = Path.GetTempFileName();
        await File.WriteAllTextAsync(settings, JsonSerializer.Serialize(
            new { account = Account, user = JsonNode.Parse(UserExample) }, JsonSerializerOptions.Web));
        Process process = Start("node", "server.mjs", settings);
        string? port = await process.StandardOutput.ReadLineAsync();
        Assert.True(port is not null, "The server ended before it listened.");
        return new NodeServer(process, settings, int.Parse(port, CultureInfo.InvariantCulture));
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
        File.Delete(_settings);
    }

    private static async Task InstallAsync()
    {
        using Process npm = Start(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", "ci", "--no-audit", "--no-fund");
        npm.StandardInput.Close();
        string output = await npm.StandardOutput.ReadToEndAsync();
        await npm.WaitForExitAsync();
        Assert.True(npm.ExitCode == 0, $"npm ci in {Folder} ended with {npm.ExitCode}:\n{output}");
    }

    private static Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip($"The independent server needs Node.js, and {program} is not on the PATH.");
            throw;
        }
    }
}
