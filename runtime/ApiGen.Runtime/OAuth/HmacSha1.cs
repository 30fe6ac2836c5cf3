using System.Security.Cryptography;

namespace ApiGen.OAuth;

/// <summary>HMAC-SHA1 under one key, for any number of threads at once.</summary>
/// <remarks>
/// Setting up a keyed hash costs more than running it over a request, so up to one a processor is kept. They need no
/// disposal of their own: their native handles are finalisable.
/// </remarks>
internal sealed class HmacSha1
{
    /// <summary>The length of a code in bytes.</summary>
    public const int Length = SHA1.HashSizeInBytes;

    private const int BlockLength = 64;

    private readonly byte[] _key;
    private readonly IncrementalHash?[] _idle = new IncrementalHash?[Environment.ProcessorCount];

    /// <summary>Takes a key of any length.</summary>
    public HmacSha1(byte[] key)
    {
        // A key longer than a block stands for its hash (RFC 2104 §2): hashed here, it isn't by every new keyed hash.
#pragma warning disable CA5350 // The protocol names HMAC-SHA1, and no collision of SHA-1 forges an HMAC.
        _key = key.Length > BlockLength ? SHA1.HashData(key) : key;
#pragma warning restore CA5350
    }

    /// <summary>Writes the code of a message.</summary>
    public void Compute(ReadOnlySpan<byte> message, Span<byte> code)
    {
        // Not returned if it throws: what is left inside it would be hashed into the next message.
        IncrementalHash hash = Rent();
        hash.AppendData(message);
        hash.GetHashAndReset(code);
        Return(hash);
    }

    private IncrementalHash Rent()
    {
        foreach (ref IncrementalHash? slot in _idle.AsSpan())
        {
            if (Volatile.Read(ref slot) is not null && Interlocked.Exchange(ref slot, null) is { } hash) return hash;
        }

        return IncrementalHash.CreateHMAC(HashAlgorithmName.SHA1, _key);
    }

    private void Return(IncrementalHash hash)
    {
        foreach (ref IncrementalHash? slot in _idle.AsSpan())
        {
            if (Volatile.Read(ref slot) is null && Interlocked.CompareExchange(ref slot, hash, null) is null) return;
        }

        hash.Dispose();
    }
}
