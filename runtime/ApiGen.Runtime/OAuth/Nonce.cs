using System.Diagnostics;

namespace ApiGen.OAuth;

/// <summary>A value that no other request of the same credentials and second carries (RFC 5849 §3.3).</summary>
internal static class Nonce
{
    /// <summary>The length of a nonce: 128 bits in hex.</summary>
    public const int Length = 2 * RandomLength;

    private const int RandomLength = 16;

    /// <summary>Writes a new nonce.</summary>
    public static void Write(Span<byte> destination)
    {
        // RFC 5849 §3.3 asks that a nonce be unique, not that it be secret: the request carries it in the clear. The
        // cryptographic generator would cost as much as the rest of the signing.
        Span<byte> random = stackalloc byte[RandomLength];
        Random.Shared.NextBytes(random);
        bool fits = Convert.TryToHexStringLower(random, destination, out _);
        Debug.Assert(fits);
    }
}
