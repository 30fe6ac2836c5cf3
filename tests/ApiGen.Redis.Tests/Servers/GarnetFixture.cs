using Garnet;

namespace ApiGen.Redis.Tests.Servers;

/// <summary>A server that speaks Redis's protocol, in this process, for the tests of a class.</summary>
public sealed class GarnetFixture : IDisposable
{
    private readonly GarnetServer _server;

    public GarnetFixture()
    {
        int port = FreePort.Next();
        EndPoint = $"127.0.0.1:{port}";

        // Scripts run one at a time over the keys they name, as Redis runs them over all.
        _server = new GarnetServer(
            ["--port", $"{port}", "--bind", "127.0.0.1", "--lua", "--lua-transaction-mode", "--no-pubsub"]);
        _server.Start();
    }

    /// <summary>How to connect.</summary>
    public string EndPoint { get; }

    public void Dispose() => _server.Dispose();
}
