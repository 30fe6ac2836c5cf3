using System.Net;
using System.Net.Sockets;

namespace ApiGen.Redis.Tests.Servers;

/// <summary>Finds a port that nobody listens on.</summary>
internal static class FreePort
{
    // A cluster's nodes listen on a second port, 10000 above.
    private const int Highest = 50_000;

    public static int Next()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            int port = ((IPEndPoint)listener.LocalEndpoint).Port;
            if (port < Highest)
                return port;
        }
    }
}
