using System.Net;
using System.Net.Sockets;

namespace ApiGen.EndToEnd.Tests.SignIn;

/// <summary>A server that takes connections and requests, and never answers.</summary>
internal sealed class SilentServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private TcpClient? _asking;

    public SilentServer() => _listener.Start();

    public Uri Address => new($"http://{_listener.LocalEndpoint}/");

    /// <summary>Waits until somebody has begun to ask.</summary>
    public async Task AskedAsync()
    {
        _asking = await _listener.AcceptTcpClientAsync();
        await _asking.GetStream().ReadExactlyAsync(new byte[1]);
    }

    public void Dispose()
    {
        _asking?.Dispose();
        _listener.Dispose();
    }
}
