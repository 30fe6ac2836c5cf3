using System.Text;

namespace ApiGen.OAuth;

/// <summary>The key of an HMAC signature (RFC 5849 §3.4.2): both secrets, encoded, and an ampersand between.</summary>
internal static class SigningKey
{
    /// <summary>Joins the two secrets, either of which may be empty.</summary>
    public static byte[] Of(string consumerSecret, string tokenSecret) => Encoding.ASCII.GetBytes(
        $"{PercentEncoding.Encode(consumerSecret)}&{PercentEncoding.Encode(tokenSecret)}");
}
