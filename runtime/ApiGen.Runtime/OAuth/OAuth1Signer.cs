using System.Buffers;
using System.Text;

namespace ApiGen.OAuth;

/// <summary>
/// Signs requests with one set of OAuth 1.0a credentials (RFC 5849 §3), on any number of threads at once. Generated
/// clients have one of their own; this one signs what no spec describes.
/// </summary>
/// <remarks>
/// Every signature has a new nonce and the present time, and is good for one attempt: sign a retry anew.
/// </remarks>
public sealed partial class OAuth1Signer
{
    private const int StackLimit = 1024;

    private readonly OAuth1Scheme _scheme;
    private readonly OAuth1Credentials _credentials;
    private readonly TimeProvider _timeProvider;
    private readonly SignatureAlgorithm _algorithm;
    private readonly ProtocolParameter[] _constants;
    private readonly ProtocolTemplate _inBaseString;
    private readonly ProtocolTemplate _sent;

    /// <summary>Prepares all that the credentials alone decide.</summary>
    /// <param name="credentials">The application and the user.</param>
    /// <param name="scheme">How the API wants requests signed; null for HMAC-SHA1 in the Authorization header.</param>
    /// <param name="timeProvider">The clock for timestamps; null for the system's.</param>
    /// <exception cref="ArgumentNullException"><paramref name="credentials"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The credentials have a private key and the scheme no use for it, or the reverse.
    /// </exception>
    public OAuth1Signer(
        OAuth1Credentials credentials, OAuth1Scheme? scheme = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        _credentials = credentials;
        _scheme = scheme ?? OAuth1Scheme.Default;
        _timeProvider = timeProvider ?? TimeProvider.System;
        _algorithm = SignatureAlgorithm.Of(_scheme, credentials);
        _constants =
        [
            ProtocolParameter.Of("oauth_consumer_key", credentials.ConsumerKey),
            ProtocolParameter.Of("oauth_signature_method", _scheme.MethodName),
            .. credentials.Token.Length > 0 || _scheme.SendsEmptyToken
                ? [ProtocolParameter.Of("oauth_token", credentials.Token)]
                : Array.Empty<ProtocolParameter>(),
            .. _scheme.SendsVersion
                ? [ProtocolParameter.Of("oauth_version", "1.0")]
                : Array.Empty<ProtocolParameter>(),
        ];
        _inBaseString = ProtocolTemplate.InBaseString(_constants);
        _sent = ProtocolTemplate.Sent(_scheme, _constants);
    }

    /// <summary>How the API wants requests signed.</summary>
    internal OAuth1Scheme Scheme => _scheme;

    /// <summary>
    /// Signs a request whose parts were prepared, with a new nonce, and returns the protocol parameters as they are
    /// sent.
    /// </summary>
    /// <param name="prefix">The endpoint's <see cref="SignatureBaseString.Prefix(string, string, string)"/>.</param>
    /// <param name="before">
    /// The request's own parameters that sort before <c>oauth_</c>, encoded, sorted (RFC 5849 §3.4.1.3.2) and joined as
    /// <c>name=value&amp;name=value</c>; empty if there are none.
    /// </param>
    /// <param name="after">Those that sort after <c>oauth_</c>, likewise; no name begins with it.</param>
    /// <param name="now">The time to sign with.</param>
    /// <param name="bodyHash">
    /// The hash of the body, if it isn't a form and <see cref="OAuth1Scheme.HashesBodies"/>; else null.
    /// </param>
    internal string Authorize(
        ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, DateTimeOffset now,
        string? bodyHash = null)
    {
        Span<byte> nonce = stackalloc byte[Nonce.Length];
        Nonce.Write(nonce);
        return Authorize(Parts(prefix, before, after, bodyHash), nonce, now.ToUnixTimeSeconds());
    }

    /// <summary>Gathers what a signature covers.</summary>
    internal SignedParts Parts(
        ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, string? bodyHash = null)
    {
        if (bodyHash is null) return new SignedParts(prefix, before, after, _inBaseString, _sent);
        ProtocolParameter[] constants = With(_constants, ("oauth_body_hash", bodyHash));
        return new SignedParts(
            prefix, before, after,
            ProtocolTemplate.InBaseString(constants), ProtocolTemplate.Sent(_scheme, constants));
    }

    /// <summary>Signs with a nonce of unreserved characters and a timestamp that the caller chose.</summary>
    internal string Authorize(in SignedParts parts, ReadOnlySpan<byte> nonce, long timestamp)
    {
        int signatureLength = _algorithm.MaxLength;
        int length = Math.Max(
            _algorithm.NeedsBaseString ? parts.MaxBaseStringLength(nonce.Length) : 0,
            parts.Sent.MaxLength(nonce.Length, signatureLength));
        byte[]? rented = null;
        Span<byte> buffer = length + signatureLength <= StackLimit
            ? stackalloc byte[StackLimit]
            : rented = ArrayPool<byte>.Shared.Rent(length + signatureLength);
        try
        {
            Span<byte> signature = buffer[^signatureLength..];
            var text = new ByteWriter(buffer);
            if (_algorithm.NeedsBaseString) parts.WriteBaseString(ref text, nonce, timestamp);
            signature = signature[.._algorithm.Sign(text.Written, signature)];

            // Once hashed, the base string has done its work, and what is sent takes its place.
            text = new ByteWriter(buffer);
            parts.Sent.Write(ref text, nonce, timestamp, signature);
            return Encoding.ASCII.GetString(text.Written);
        }
        finally
        {
            // Cleared, because the token is in it.
            if (rented is not null) ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }

    /// <summary>The constant parameters and more, as far as those have a value.</summary>
    private static ProtocolParameter[] With(
        ProtocolParameter[] constants, params ReadOnlySpan<(string Name, string? Value)> more)
    {
        List<ProtocolParameter> all = [.. constants];
        foreach ((string name, string? value) in more)
        {
            if (value is not null) all.Add(ProtocolParameter.Of(name, value));
        }

        return [.. all];
    }

    /// <summary>The hash of a body that is signed, or null if none is.</summary>
    private string? BodyHashOf(in OAuth1Request request)
    {
        if (request.HasForm || !_scheme.HashesBodies) return null;
        return request.BodyHash ?? SignatureAlgorithm.BodyHash(_scheme.Hash, request.Body);
    }
}
