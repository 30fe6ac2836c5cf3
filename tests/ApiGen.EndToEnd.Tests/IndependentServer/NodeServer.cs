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

    /// <summary>The folder with the scripts of the independent implementations.</summary>
    public static NodeFolder Scripts { get; } =
        new(Path.Combine(BuildMetadata.RepositoryRoot, "tests/ApiGen.EndToEnd.Tests/IndependentServer"));

    public Uri Address { get; }

    private static byte[] UserExample =>
        TwitterClient.Api.Endpoints.Single(each => each.Endpoint.Name == "friendships/create").Example;

    /// <summary>Starts it. Without Node the test is skipped, except where everything must be there.</summary>
    public static async Task<NodeServer> StartAsync()
    {
        string settings = Path.GetTempFileName();
        await File.WriteAllTextAsync(settings, JsonSerializer.Serialize(
            new { account = Account, user = JsonNode.Parse(UserExample) }, JsonSerializerOptions.Web));
        Process process = await Scripts.StartAsync("node", "server.mjs", settings);
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
}
