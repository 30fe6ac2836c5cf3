using System.Net;
using System.Net.Sockets;

namespace ApiGen.Redis.Tests.Servers;

/// <summary>Passes bytes on to a server, and cuts each connection in the middle of what the server says.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Random _random;
    private readonly int _serverPort;
    private readonly Task _accepting;
    private int _cuts;

    public CuttingProxy(int serverPort, int seed)
    {
        _serverPort = serverPort;
        _random = new Random(seed);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string EndPoint => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>How many connections were cut.</summary>
    public int Cuts => Volatile.Read(ref _cuts);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_stopping.Token);

                // Enough for a connection to be made, which takes some thousand bytes, and for a few replies.
                int bytes = _random.Next(8_000, 60_000);
                _ = PassAsync(client, bytes);
            }
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            // Stopped.
        }
    }

    private async Task PassAsync(TcpClient client, int bytes)
    {
        using TcpClient toClient = client;
        using var toServer = new TcpClient();
        try
        {
            await toServer.ConnectAsync(IPAddress.Loopback, _serverPort, _stopping.Token);
            Task sending = client.GetStream().CopyToAsync(toServer.GetStream(), _stopping.Token);
            await PassAsync(toServer.GetStream(), client.GetStream(), bytes);
            Interlocked.Increment(ref _cuts);
            toClient.Close();
            toServer.Close();
            await sending;
        }
        catch (Exception exception) when (
            exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // One of the two has gone, or this is at its end.
        }
    }

    private async Task PassAsync(NetworkStream from, NetworkStream to, int bytes)
    {
        byte[] buffer = new byte[4_096];
        while (bytes > 0)
        {
            int read = await from.ReadAsync(buffer.AsMemory(0, Math.Min(buffer.Length, bytes)), _stopping.Token);
            if (read == 0)
                return;
            await to.WriteAsync(buffer.AsMemory(0, read), _stopping.Token);
            bytes -= read;
        }
    }
}
