using System.Security.Cryptography;

namespace ApiGen.OAuth;

/// <summary>Signs by HMAC (RFC 5849 §3.4.2).</summary>
internal sealed class HmacSignature : SignatureAlgorithm
{
    private readonly int _codeLength;
    private readonly KeptObjects<IncrementalHash> _hashes;

    /// <summary>Takes a key of any length.</summary>
    public HmacSignature(HashAlgorithmName hash, byte[] key)
    {
        _codeLength = LengthOf(hash);

        // A key longer than a block stands for its hash (RFC 2104 §2): hashed here, it isn't by every new keyed hash.
        int blockLength = hash == HashAlgorithmName.SHA512 ? 128 : 64;
        byte[] blockKey = key.Length > blockLength ? CryptographicOperations.HashData(hash, key) : key;
        _hashes = new KeptObjects<IncrementalHash>(() => IncrementalHash.CreateHMAC(hash, blockKey));
    }

    /// <inheritdoc/>
    public override int MaxLength => Base64Length(_codeLength);

    /// <inheritdoc/>
    public override int Sign(ReadOnlySpan<byte> text, Span<byte> signature)
    {
        Span<byte> code = stackalloc byte[SHA512.HashSizeInBytes];
        code = code[.._codeLength];

        // Not returned if it throws: what is left inside it would be hashed into the next text.
        IncrementalHash hash = _hashes.Rent();
        hash.AppendData(text);
        hash.GetHashAndReset(code);
        _hashes.Return(hash);
        return WriteBase64(code, signature);
    }

    private static int LengthOf(HashAlgorithmName hash) =>
        hash == HashAlgorithmName.SHA512 ? SHA512.HashSizeInBytes
        : hash == HashAlgorithmName.SHA256 ? SHA256.HashSizeInBytes
        : SHA1.HashSizeInBytes;
}
