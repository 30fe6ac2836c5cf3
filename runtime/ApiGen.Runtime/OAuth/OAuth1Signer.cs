using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace ApiGen.OAuth;

/// <summary>
/// Signs requests with one set of credentials by HMAC-SHA1 (RFC 5849 §3.4.2) into the Authorization header (§3.5.1), on
/// any number of threads at once.
/// </summary>
internal sealed class OAuth1Signer
{
    private const int StackLimit = 1024;
    private const int MaxTimestampLength = 20;
    private const int Base64Length = (HmacSha1.Length + 2) / 3 * 4;

    // Base string and header are both fixed pieces around a nonce, a timestamp and, in the header, a signature.
    private static readonly byte[] BaseBeforeTimestamp =
        Ascii(PercentEncoding.Encode("&oauth_signature_method=HMAC-SHA1&oauth_timestamp="));

    private readonly HmacSha1 _hmac;
    private readonly byte[] _baseBeforeNonce;
    private readonly byte[] _baseAfterTimestamp;
    private readonly byte[] _headerBeforeNonce;
    private readonly byte[] _headerAfterTimestamp;

    /// <summary>Prepares all that the credentials alone decide.</summary>
    public OAuth1Signer(OAuth1Credentials credentials)
    {
        string consumerKey = PercentEncoding.Encode(credentials.ConsumerKey);
        string token = PercentEncoding.Encode(credentials.Token);
        _hmac = new HmacSha1(SigningKey.Of(credentials.ConsumerSecret, credentials.TokenSecret));
        _baseBeforeNonce = Ascii(PercentEncoding.Encode($"oauth_consumer_key={consumerKey}&oauth_nonce="));
        _baseAfterTimestamp = Ascii(PercentEncoding.Encode($"&oauth_token={token}&oauth_version=1.0"));
        _headerBeforeNonce = Ascii($"OAuth oauth_consumer_key=\"{consumerKey}\", oauth_nonce=\"");
        _headerAfterTimestamp = Ascii($"\", oauth_token=\"{token}\", oauth_version=\"1.0\"");
    }

    private static ReadOnlySpan<byte> HeaderBeforeSignature => "\", oauth_signature=\""u8;

    private static ReadOnlySpan<byte> HeaderBeforeTimestamp =>
        "\", oauth_signature_method=\"HMAC-SHA1\", oauth_timestamp=\""u8;

    /// <summary>Signs a request with a new nonce and returns the value of its Authorization header.</summary>
    /// <param name="prefix">The endpoint's <see cref="SignatureBaseString.Prefix"/>.</param>
    /// <param name="before">
    /// The request's own parameters that sort before <c>oauth_</c>, encoded, sorted (RFC 5849 §3.4.1.3.2) and joined as
    /// <c>name=value&amp;name=value</c>; empty if there are none.
    /// </param>
    /// <param name="after">Those that sort after <c>oauth_</c>, likewise; no name begins with it.</param>
    /// <param name="now">The time to sign with.</param>
    public string Authorize(
        ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, DateTimeOffset now)
    {
        Span<byte> nonce = stackalloc byte[Nonce.Length];
        Nonce.Write(nonce);
        return Authorize(prefix, before, after, nonce, now.ToUnixTimeSeconds());
    }

    /// <summary>Signs with a nonce of unreserved characters and a timestamp that the caller chose.</summary>
    internal string Authorize(
        ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> before, ReadOnlySpan<byte> after,
        ReadOnlySpan<byte> nonce, long timestamp)
    {
        int capacity = Math.Max(MaxBaseStringLength(prefix, before, after, nonce), MaxHeaderLength(nonce));
        byte[]? rented = null;
        Span<byte> buffer = capacity <= StackLimit
            ? stackalloc byte[StackLimit]
            : rented = ArrayPool<byte>.Shared.Rent(capacity);
        try
        {
            Span<byte> signature = stackalloc byte[Base64Length];
            int length = WriteBaseString(prefix, before, after, nonce, timestamp, buffer);
            Sign(buffer[..length], signature);

            // Once hashed, the base string has done its work, and the header takes its place.
            length = WriteHeader(nonce, timestamp, signature, buffer);
            return Encoding.ASCII.GetString(buffer[..length]);
        }
        finally
        {
            // Cleared, because the token is in it.
            if (rented is not null) ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }

    /// <summary>The length that <see cref="WriteBaseString"/> needs at most.</summary>
    internal int MaxBaseStringLength(
        ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, ReadOnlySpan<byte> nonce) =>
        prefix.Length + PercentEncoding.MaxExpansion * (before.Length + 1 + after.Length + 1)
        + _baseBeforeNonce.Length + nonce.Length + BaseBeforeTimestamp.Length + MaxTimestampLength
        + _baseAfterTimestamp.Length;

    /// <summary>Writes the signature base string (RFC 5849 §3.4.1.1) and returns its length.</summary>
    internal int WriteBaseString(
        ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> before, ReadOnlySpan<byte> after,
        ReadOnlySpan<byte> nonce, long timestamp, Span<byte> destination)
    {
        var text = new ByteWriter(destination);
        text.Append(prefix);
        if (!before.IsEmpty)
        {
            text.AppendEncoded(before);
            text.AppendEncoded("&"u8);
        }

        text.Append(_baseBeforeNonce);
        text.Append(nonce);
        text.Append(BaseBeforeTimestamp);
        text.Append(timestamp);
        text.Append(_baseAfterTimestamp);
        if (!after.IsEmpty)
        {
            text.AppendEncoded("&"u8);
            text.AppendEncoded(after);
        }

        return text.Length;
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    private void Sign(ReadOnlySpan<byte> baseString, Span<byte> signature)
    {
        Span<byte> code = stackalloc byte[HmacSha1.Length];
        _hmac.Compute(baseString, code);
        Base64.EncodeToUtf8(code, signature, out _, out _);
    }

    private int MaxHeaderLength(ReadOnlySpan<byte> nonce) =>
        _headerBeforeNonce.Length + nonce.Length
        + HeaderBeforeSignature.Length + PercentEncoding.MaxExpansion * Base64Length
        + HeaderBeforeTimestamp.Length + MaxTimestampLength + _headerAfterTimestamp.Length;

    private int WriteHeader(
        ReadOnlySpan<byte> nonce, long timestamp, ReadOnlySpan<byte> signature, Span<byte> destination)
    {
        var text = new ByteWriter(destination);
        text.Append(_headerBeforeNonce);
        text.Append(nonce);
        text.Append(HeaderBeforeSignature);
        text.AppendEncoded(signature);
        text.Append(HeaderBeforeTimestamp);
        text.Append(timestamp);
        text.Append(_headerAfterTimestamp);
        return text.Length;
    }
}
