using System.Text;

namespace ApiGen.SignIn;

/// <summary>How a client tells a token endpoint who it is (RFC 6749 §2.3.1).</summary>
internal static class BasicAuthorization
{
    /// <summary>Both parts are form-encoded first, so that a colon in either stays what it is.</summary>
    public static string Of(string id, string secret)
    {
        string pair = $"{Uri.EscapeDataString(id)}:{Uri.EscapeDataString(secret)}";
        return $"Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes(pair))}";
    }
}
