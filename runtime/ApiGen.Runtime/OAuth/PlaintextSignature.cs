namespace ApiGen.OAuth;

/// <summary>"Signs" with the key itself (RFC 5849 §3.4.4).</summary>
internal sealed class PlaintextSignature(byte[] key) : SignatureAlgorithm
{
    /// <inheritdoc/>
    public override int MaxLength => key.Length;

    /// <inheritdoc/>
    public override bool NeedsBaseString => false;

    /// <inheritdoc/>
    public override int Sign(ReadOnlySpan<byte> text, Span<byte> signature)
    {
        key.CopyTo(signature);
        return key.Length;
    }
}
