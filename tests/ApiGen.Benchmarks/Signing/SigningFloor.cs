using System.Security.Cryptography;
using System.Text;

namespace ApiGen.Benchmarks.Signing;

/// <summary>
/// The least that signing must do when a hash is set up for each request: HMAC-SHA1 over a base string that is ready,
/// Base64, and a header of fixed pieces.
/// </summary>
internal sealed class SigningFloor(string header, byte[] key, byte[] baseString)
{
    private const int SignatureLength = 28;

    private readonly string _before = header[..SignatureStart(header)];
    private readonly string _after = header[header.IndexOf('"', SignatureStart(header))..];

    public string Authorize()
    {
        Span<byte> code = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(key, baseString, code);
        Span<char> signature = stackalloc char[SignatureLength];
        Convert.TryToBase64Chars(code, signature, out _);

        Span<char> text = stackalloc char[_before.Length + (3 * SignatureLength) + _after.Length];
        _before.CopyTo(text);
        int length = _before.Length;
        foreach (char c in signature)
        {
            string? escaped = c switch { '+' => "%2B", '/' => "%2F", '=' => "%3D", _ => null };
            if (escaped is null)
            {
                text[length++] = c;
                continue;
            }

            escaped.CopyTo(text[length..]);
            length += escaped.Length;
        }

        _after.CopyTo(text[length..]);
        return new string(text[..(length + _after.Length)]);
    }

    /// <summary>The base string of a header's request, which the floor is given and others must build.</summary>
    public static byte[] BaseString(string method, string url, IEnumerable<string> sortedPairs) => Encoding.ASCII.GetBytes(
        $"{method}&{Uri.EscapeDataString(url)}&{Uri.EscapeDataString(string.Join('&', sortedPairs))}");

    private static int SignatureStart(string header) =>
        header.IndexOf("oauth_signature=\"", StringComparison.Ordinal) + "oauth_signature=\"".Length;
}
