using System.Buffers.Text;
using System.Security.Cryptography;

namespace ApiGen.OAuth;

/// <summary>Makes signatures with one key, for any number of threads at once.</summary>
internal abstract class SignatureAlgorithm
{
    /// <summary>The length of a signature's text at most.</summary>
    public abstract int MaxLength { get; }

    /// <summary>Whether the signature is of a request at all.</summary>
    public virtual bool NeedsBaseString => true;

    /// <summary>What signs by a scheme with some credentials.</summary>
    /// <exception cref="ArgumentException">The credentials have no key for such signatures.</exception>
    public static SignatureAlgorithm Of(OAuth1Scheme scheme, OAuth1Credentials credentials)
    {
        if (scheme.IsRsa != credentials.PrivateKey is not null)
        {
            string kind = scheme.IsRsa ? "a private key" : "a consumer secret and no private key";
            throw new ArgumentException($"{scheme.MethodName} needs credentials with {kind}.", nameof(credentials));
        }

        if (credentials.PrivateKey is not null) return new RsaSignature(scheme.Hash, credentials.PrivateKey);
        byte[] key = SigningKey.Of(credentials.ConsumerSecret, credentials.TokenSecret);
        return scheme.Signature == OAuth1SignatureMethod.Plaintext
            ? new PlaintextSignature(key)
            : new HmacSignature(scheme.Hash, key);
    }

    /// <summary>Writes the signature of a text, not percent-encoded, and returns its length.</summary>
    public abstract int Sign(ReadOnlySpan<byte> text, Span<byte> signature);

    /// <summary>The Base64 of a hash of a body (draft "OAuth Request Body Hash", §3.2).</summary>
    public static string BodyHash(HashAlgorithmName hash, ReadOnlySpan<byte> body) =>
        Convert.ToBase64String(CryptographicOperations.HashData(hash, body));

    private protected static int Base64Length(int bytes) => Base64.GetMaxEncodedToUtf8Length(bytes);

    private protected static int WriteBase64(ReadOnlySpan<byte> bytes, Span<byte> text)
    {
        Base64.EncodeToUtf8(bytes, text, out _, out int written);
        return written;
    }
}
