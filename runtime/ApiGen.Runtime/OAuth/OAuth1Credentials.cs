using System.Diagnostics;

namespace ApiGen.OAuth;

/// <summary>
/// The OAuth 1.0a credentials of one application acting for one user: what RFC 5849 calls client credentials and token
/// credentials.
/// </summary>
/// <remarks>
/// Secrets and token can't be read back, so that a logger or serialiser that walks public properties never meets them.
/// </remarks>
public sealed class OAuth1Credentials : ApiCredentials, ICredentialSource<OAuth1Credentials>
{
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

    /// <summary>The application's identifier.</summary>
    public string ConsumerKey { get; }

    /// <summary>The API's id of the user who granted the token, or null if it wasn't given.</summary>
    public override string? UserId { get; }

    /// <inheritdoc/>
    internal override string AppId => ConsumerKey;

    /// <inheritdoc/>
    internal override bool IsForUser => true;

    /// <summary>Made once: what the credentials alone decide of a signature is worth keeping with them.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal OAuth1Signer Signer => field ??= new OAuth1Signer(this);

    /// <summary>The application's secret.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string ConsumerSecret { get; }

    /// <summary>The access token.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal override string Token { get; }

    /// <summary>The access token's secret.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string TokenSecret { get; }

    /// <summary>Names the credentials by the first characters of key and token, with no secret among them.</summary>
    /// <returns>A text such as <c>OAuth1Credentials(consumer key xvz1…, token 3707…)</c>.</returns>
    public override string ToString() => $"{nameof(OAuth1Credentials)}(consumer key {Secrets.Abbreviate(ConsumerKey)}, "
        + $"token {Secrets.Abbreviate(Token)})";

    /// <inheritdoc/>
    internal override string Redact(string text) => Secrets.Redact(text, ConsumerSecret, TokenSecret, Token);

    ValueTask<OAuth1Credentials> ICredentialSource<OAuth1Credentials>.GetAsync(CancellationToken cancellationToken) =>
        new(this);
}
