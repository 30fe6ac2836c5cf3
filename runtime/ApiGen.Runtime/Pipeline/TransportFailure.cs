namespace ApiGen.Pipeline;

/// <summary>Tells the failures after which a request provably never left this machine from all others.</summary>
internal static class TransportFailure
{
    /// <summary>
    /// Whether a failed send can't have reached the server: its name wasn't found, or no connection, tunnel or TLS
    /// session to it came about. A connection of HTTP/3 may fail under requests already sent, and so proves nothing.
    /// </summary>
    public static bool NeverLeft(HttpRequestException exception, HttpRequestMessage message) =>
        message.Version.Major < 3 && exception.HttpRequestError is
            HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
}
