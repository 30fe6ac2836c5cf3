namespace ApiGen.Pipeline;

/// <summary>The handler that talks to the network where the caller brings none.</summary>
internal static class PrimaryHandlers
{
    private static readonly Lazy<SocketsHttpHandler> Made = new(Create);

    /// <summary>
    /// One connection pool for all clients: a connection of its own would cost each several round trips.
    /// </summary>
    public static SocketsHttpHandler Shared => Made.Value;

    private static SocketsHttpHandler Create() => new()
    {
        // A redirect would carry a signature made for another address, to whoever asked for it.
        AllowAutoRedirect = false,
        UseCookies = false,

        // So that a change of the server's addresses is noticed.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
