namespace ApiGen.OAuth;

/// <summary>A request as its signature sees it, but for nonce and timestamp.</summary>
/// <param name="prefix">Method and URI: a <see cref="SignatureBaseString.Prefix(string, Uri)"/>.</param>
/// <param name="before">
/// The request's own parameters that sort before <c>oauth_</c>, encoded once, sorted and joined by ampersands.
/// </param>
/// <param name="after">Those that sort after <c>oauth_</c>, likewise.</param>
/// <param name="inBaseString">All parameters between.</param>
/// <param name="sent">The protocol parameters as they are sent.</param>
internal readonly ref struct SignedParts(
    ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> before, ReadOnlySpan<byte> after,
    ProtocolTemplate inBaseString, ProtocolTemplate sent)
{
    private readonly ReadOnlySpan<byte> _prefix = prefix;
    private readonly ReadOnlySpan<byte> _before = before;
    private readonly ReadOnlySpan<byte> _after = after;
    private readonly ProtocolTemplate _inBaseString = inBaseString;

    private static ReadOnlySpan<byte> EncodedAmpersand => "%26"u8;

    /// <summary>The protocol parameters as they are sent.</summary>
    public ProtocolTemplate Sent { get; } = sent;

    /// <summary>The length that <see cref="WriteBaseString"/> needs at most.</summary>
    public int MaxBaseStringLength(int nonceLength) =>
        _prefix.Length + _inBaseString.MaxLength(nonceLength, signatureLength: 0)
        + (PercentEncoding.MaxExpansion * (_before.Length + 1 + _after.Length + 1));

    /// <summary>Writes the signature base string (RFC 5849 §3.4.1.1).</summary>
    public void WriteBaseString(ref ByteWriter text, ReadOnlySpan<byte> nonce, long timestamp)
    {
        text.Append(_prefix);
        if (!_before.IsEmpty)
        {
            text.AppendEncoded(_before);
            text.Append(EncodedAmpersand);
        }

        _inBaseString.Write(ref text, nonce, timestamp, signature: default);
        if (_after.IsEmpty) return;
        text.Append(EncodedAmpersand);
        text.AppendEncoded(_after);
    }
}
