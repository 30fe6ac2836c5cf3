using System.Text;

namespace ApiGen.OAuth;

/// <summary>The text that an HMAC or RSA signature covers (RFC 5849 §3.4.1), up to the parameters.</summary>
internal static class SignatureBaseString
{
    private const int MaxPortLength = 6;

    /// <summary>
    /// The part before the parameters, the same for every call of an endpoint: method and URI, each encoded and
    /// followed by an ampersand.
    /// </summary>
    public static byte[] Prefix(string method, Uri address)
    {
        var text = new ByteWriter(new byte[MaxPrefixLength(method, address)]);
        WritePrefix(method, address, ref text);
        return text.Written.ToArray();
    }

    /// <summary>The same of a method in capitals, and an origin and a path that were encoded before.</summary>
    public static byte[] Prefix(string method, string signedOrigin, string signedPath) =>
        Encoding.ASCII.GetBytes($"{method}&{signedOrigin}{signedPath}&");

    /// <summary>
    /// An address that paths are appended to, encoded; with a path of its own, but no slash at its end.
    /// </summary>
    public static string OriginOf(Uri address)
    {
        var text = new ByteWriter(new byte[MaxPrefixLength("", address)]);
        WriteOrigin(address, ref text);
        text.AppendEncoded(address.AbsolutePath.AsSpan().TrimEnd('/'));
        return Encoding.ASCII.GetString(text.Written);
    }

    /// <summary>The length that <see cref="WritePrefix"/> needs at most.</summary>
    public static int MaxPrefixLength(string method, Uri address) => PercentEncoding.MaxExpansion
        * (method.Length + 1 + address.Scheme.Length + 3 + HostOf(address).Length + MaxPortLength
            + address.AbsolutePath.Length + 1);

    /// <summary>
    /// Writes that part for an http or https address, of which query, fragment and user information are left out
    /// (RFC 5849 §3.4.1.2).
    /// </summary>
    public static void WritePrefix(string method, Uri address, ref ByteWriter text)
    {
        text.AppendEncoded(method.ToUpperInvariant());
        text.Append("&"u8);
        WriteOrigin(address, ref text);
        text.AppendEncoded(address.AbsolutePath);
        text.Append("&"u8);
    }

    private static void WriteOrigin(Uri address, ref ByteWriter text)
    {
        text.AppendEncoded(address.Scheme);
        text.AppendEncoded("://");
        text.AppendEncoded(HostOf(address));
        if (!address.IsDefaultPort)
        {
            text.AppendEncoded(":");
            text.Append(address.Port);
        }
    }

    /// <summary>
    /// The host as a request's Host header has it: a name outside ASCII in its ASCII form, an IPv6 address in brackets.
    /// </summary>
    private static string HostOf(Uri address) =>
        address.HostNameType == UriHostNameType.IPv6 ? address.Host : address.IdnHost;
}
