using System.Net;

namespace ApiGen.Pipeline;

/// <summary>Makes the handler that talks to the network where the caller brings none.</summary>
internal static class PrimaryHandlers
{
    public static SocketsHttpHandler Create() => new()
    {
        // A redirect would carry a signature made for another address, to whoever asked for it.
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,

        // So that a change of the server's addresses is noticed.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
