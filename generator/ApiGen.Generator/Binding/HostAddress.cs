using System;
using System.Globalization;
using System.Linq;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>Reads the address of a server, which has no path.</summary>
internal static class HostAddress
{
    /// <summary>The address without a slash at its end, or null if it isn't one.</summary>
    public static string? Bind(YamlScalar? scalar, string key, DiagnosticBag diagnostics)
    {
        if (scalar is null) return null;
        if (WebAddress.Parse(scalar.Value) is { PathAndQuery: "/", Fragment: "", UserInfo: "" })
            return scalar.Value.TrimEnd('/');
        diagnostics.Report(
            DiagnosticDescriptors.WrongShape,
            scalar.Span,
            key,
            "a scheme and host with no path, as https://api.example.com");
        return null;
    }

    /// <summary>
    /// The origin as a signature covers it (RFC 5849 §3.4.1.2), encoded, without a default port. How a name outside
    /// ASCII or an IPv6 address is written differs by platform, and so is left to the runtime.
    /// </summary>
    public static string? SignedOriginOf(string? address)
    {
        if (address is null) return null;
        var url = new Uri(address);
        bool isPlain = url.HostNameType is UriHostNameType.Dns or UriHostNameType.IPv4 && url.Host.All(c => c < 0x80);
        string port = url.IsDefaultPort ? "" : ":" + url.Port.ToString(CultureInfo.InvariantCulture);
        return isPlain ? PercentEncoding.Encode($"{url.Scheme}://{url.Host}{port}") : null;
    }

    /// <summary>Whether what is sent there can't be read on the way.</summary>
    public static bool IsPrivate(string address)
    {
        var url = new Uri(address);
        return url.Scheme == "https" || url.IsLoopback;
    }
}
