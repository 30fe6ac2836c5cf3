using System.Security.Cryptography;

namespace ApiGen.Pipeline.Bodies;

/// <summary>Hashes what is written to it, and keeps nothing.</summary>
internal sealed class HashingStream(HashAlgorithmName algorithm) : WriteOnlyStream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(algorithm);

    /// <summary>The Base64 of the hash of all that was written.</summary>
    public string GetHash() => Convert.ToBase64String(_hash.GetCurrentHash());

    public override void Write(ReadOnlySpan<byte> buffer) => _hash.AppendData(buffer);

    protected override void Dispose(bool disposing)
    {
        if (disposing) _hash.Dispose();
        base.Dispose(disposing);
    }
}
