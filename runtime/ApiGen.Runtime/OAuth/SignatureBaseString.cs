using System.Text;

namespace ApiGen.OAuth;

/// <summary>The text that an HMAC or RSA signature covers (RFC 5849 §3.4.1).</summary>
internal static class SignatureBaseString
{
    /// <summary>
    /// The part before the parameters, the same for every call of an endpoint: method and URI, each encoded and
    /// followed by an ampersand.
    /// </summary>
    public static byte[] Prefix(string method, string baseStringUri) => Encoding.ASCII.GetBytes(
        $"{PercentEncoding.Encode(method.ToUpperInvariant())}&{PercentEncoding.Encode(baseStringUri)}&");
}
