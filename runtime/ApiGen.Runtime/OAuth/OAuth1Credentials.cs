using System.Diagnostics;
using System.Security.Cryptography;

namespace ApiGen.OAuth;

/// <summary>
/// The OAuth 1.0a credentials of one application, acting for one user or for itself: what RFC 5849 calls client
/// credentials and token credentials.
/// </summary>
/// <remarks>
/// Secrets and token can't be read back, so that a logger or serialiser that walks public properties never meets them.
/// </remarks>
public sealed class OAuth1Credentials : ApiCredentials, ICredentialSource<OAuth1Credentials>
{
    private OAuth1Signer? _signer;

    /// <summary>Gathers the credentials, all as the API issued them, not percent-encoded.</summary>
    /// <param name="consumerKey">The application's identifier; not empty.</param>
    /// <param name="consumerSecret">The application's secret; may be empty where the API issues none.</param>
    /// <param name="token">The access token that the user granted; not empty.</param>
    /// <param name="tokenSecret">The access token's secret; may be empty where the API issues none.</param>
    /// <param name="userId">
    /// The API's id of that user, so that budgets survive a new token; null if it isn't known, and never empty.
    /// </param>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="consumerKey"/>, <paramref name="consumerSecret"/>, <paramref name="token"/> or
    /// <paramref name="tokenSecret"/> is null.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="consumerKey"/>, <paramref name="token"/> or <paramref name="userId"/> is empty.
    /// </exception>
    public OAuth1Credentials(
        string consumerKey, string consumerSecret, string token, string tokenSecret, string? userId = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(consumerKey);
        ArgumentNullException.ThrowIfNull(consumerSecret);
        ArgumentException.ThrowIfNullOrEmpty(token);
        ArgumentNullException.ThrowIfNull(tokenSecret);
        // An empty id would silently count all users together.
        if (userId is not null) ArgumentException.ThrowIfNullOrEmpty(userId);

        ConsumerKey = consumerKey;
        ConsumerSecret = consumerSecret;
        Token = token;
        TokenSecret = tokenSecret;
        UserId = userId;
    }

    /// <summary>
    /// Gathers the credentials of an application that calls for itself, with no token: "two-legged" requests, and the
    /// one for a request token.
    /// </summary>
    /// <param name="consumerKey">The application's identifier; not empty.</param>
    /// <param name="consumerSecret">The application's secret; may be empty where the API issues none.</param>
    /// <exception cref="ArgumentNullException">A value is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="consumerKey"/> is empty.</exception>
    public OAuth1Credentials(string consumerKey, string consumerSecret)
    {
        ArgumentException.ThrowIfNullOrEmpty(consumerKey);
        ArgumentNullException.ThrowIfNull(consumerSecret);
        ConsumerKey = consumerKey;
        ConsumerSecret = consumerSecret;
    }

    private OAuth1Credentials(string consumerKey, byte[] privateKey, string token, string? userId)
    {
        ConsumerKey = consumerKey;
        PrivateKey = privateKey;
        Token = token;
        UserId = userId;
    }

    /// <summary>The application's identifier.</summary>
    public string ConsumerKey { get; }

    /// <summary>The API's id of the user who granted the token, or null if it wasn't given.</summary>
    public override string? UserId { get; }

    /// <inheritdoc/>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal override string AppId => ConsumerKey;

    /// <inheritdoc/>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal override bool IsForUser => true;

    /// <summary>The application's secret.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string ConsumerSecret { get; } = "";

    /// <summary>The application's RSA key in PKCS#8, or null where secrets sign.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal byte[]? PrivateKey { get; }

    /// <summary>The access token; empty where the application calls for itself.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal override string Token { get; } = "";

    /// <summary>The access token's secret.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string TokenSecret { get; } = "";

    /// <summary>
    /// Gathers credentials whose requests an RSA key signs, in place of both secrets (RFC 5849 §3.4.3).
    /// </summary>
    /// <param name="consumerKey">The application's identifier; not empty.</param>
    /// <param name="privateKeyPem">
    /// The application's private key, unencrypted, as the text of a PEM file (<c>-----BEGIN PRIVATE KEY-----</c> or
    /// <c>-----BEGIN RSA PRIVATE KEY-----</c>).
    /// </param>
    /// <param name="token">
    /// The access token that the user granted; empty for an application that calls for itself.
    /// </param>
    /// <param name="userId">
    /// The API's id of that user, so that budgets survive a new token; null if it isn't known, and never empty.
    /// </param>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="consumerKey"/>, <paramref name="privateKeyPem"/> or <paramref name="token"/> is null.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="consumerKey"/> or <paramref name="userId"/> is empty, or <paramref name="privateKeyPem"/> holds
    /// no RSA key that could sign.
    /// </exception>
    public static OAuth1Credentials WithPrivateKey(
        string consumerKey, string privateKeyPem, string token = "", string? userId = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(consumerKey);
        ArgumentNullException.ThrowIfNull(privateKeyPem);
        ArgumentNullException.ThrowIfNull(token);
        if (userId is not null) ArgumentException.ThrowIfNullOrEmpty(userId);
        try
        {
            using var key = RSA.Create();
            key.ImportFromPem(privateKeyPem);
            return new OAuth1Credentials(consumerKey, key.ExportPkcs8PrivateKey(), token, userId);
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException)
        {
            // Without the error underneath, which may quote what it couldn't read.
            throw new ArgumentException(
                "The text holds no unencrypted RSA private key in PEM.", nameof(privateKeyPem));
        }
    }

    /// <summary>Names the credentials by the first characters of key and token, with no secret among them.</summary>
    /// <returns>A text such as <c>OAuth1Credentials(consumer key xvz1…, token 3707…)</c>.</returns>
    public override string ToString() => Token.Length == 0
        ? $"{nameof(OAuth1Credentials)}(consumer key {Secrets.Abbreviate(ConsumerKey)}, no token)"
        : $"{nameof(OAuth1Credentials)}(consumer key {Secrets.Abbreviate(ConsumerKey)}, "
            + $"token {Secrets.Abbreviate(Token)})";

    /// <inheritdoc/>
    internal override string Redact(string text) => Secrets.Redact(text, ConsumerSecret, TokenSecret, Token);

    /// <summary>Those of the same application for a token; beside a private key its secret isn't needed.</summary>
    internal OAuth1Credentials WithToken(string token, string tokenSecret, string? userId = null) => PrivateKey is null
        ? new(ConsumerKey, ConsumerSecret, token, tokenSecret, userId)
        : new(ConsumerKey, PrivateKey, token, userId);

    /// <summary>The signer of requests as one API wants them, made once: it is kept with the credentials.</summary>
    internal OAuth1Signer SignerFor(OAuth1Scheme scheme)
    {
        OAuth1Signer? signer = _signer;
        if (signer is null || !ReferenceEquals(signer.Scheme, scheme))
            _signer = signer = new OAuth1Signer(this, scheme);
        return signer;
    }

    ValueTask<OAuth1Credentials> ICredentialSource<OAuth1Credentials>.GetAsync(CancellationToken cancellationToken) =>
        new(this);
}
