using System.Security.Cryptography;

namespace ApiGen.OAuth;

/// <summary>Signs by RSASSA-PKCS1-v1_5 (RFC 5849 §3.4.3).</summary>
internal sealed class RsaSignature : SignatureAlgorithm
{
    private readonly HashAlgorithmName _hash;
    private readonly int _length;
    private readonly KeptObjects<RSA> _keys;

    /// <summary>Takes a private key in PKCS#8.</summary>
    public RsaSignature(HashAlgorithmName hash, byte[] privateKey)
    {
        _hash = hash;
        _keys = new KeptObjects<RSA>(() => Import(privateKey));
        RSA key = _keys.Rent();
        _length = (key.KeySize + 7) / 8;
        _keys.Return(key);
    }

    /// <inheritdoc/>
    public override int MaxLength => Base64Length(_length);

    /// <inheritdoc/>
    public override int Sign(ReadOnlySpan<byte> text, Span<byte> signature)
    {
        Span<byte> bytes = stackalloc byte[_length];
        RSA key = _keys.Rent();
        int written = key.SignData(text, bytes, _hash, RSASignaturePadding.Pkcs1);
        _keys.Return(key);
        return WriteBase64(bytes[..written], signature);
    }

    private static RSA Import(byte[] privateKey)
    {
        var key = RSA.Create();
        key.ImportPkcs8PrivateKey(privateKey, out _);
        return key;
    }
}
