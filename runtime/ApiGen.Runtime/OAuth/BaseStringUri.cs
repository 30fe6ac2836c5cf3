using System.Globalization;

namespace ApiGen.OAuth;

/// <summary>The base string URI (RFC 5849 §3.4.1.2): what is signed of a URL besides its parameters.</summary>
internal static class BaseStringUri
{
    /// <summary>
    /// Joins scheme, host as the Host header carries it (an IPv6 address with or without brackets), port, and path
    /// exactly as it is sent, without its query.
    /// </summary>
    public static string Of(string scheme, string host, int port, string path)
    {
        scheme = scheme.ToLowerInvariant();
        host = host.ToLowerInvariant();
        if (host.Contains(':') && host[0] != '[') host = $"[{host}]";
        bool isDefaultPort = (scheme, port) is ("http", 80) or ("https", 443);
        string authority = isDefaultPort ? host : string.Create(CultureInfo.InvariantCulture, $"{host}:{port}");
        return $"{scheme}://{authority}{(path.Length == 0 ? "/" : path)}";
    }
}
