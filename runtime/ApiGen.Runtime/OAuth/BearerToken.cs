using System.Buffers;
using System.Diagnostics;

namespace ApiGen.OAuth;

/// <summary>A token of OAuth 2.0: whoever bears it may call (RFC 6750).</summary>
/// <remarks>The token can't be read back, so that a logger or serialiser never meets it.</remarks>
public abstract class BearerToken : ApiCredentials
{
    /// <summary>What RFC 6750 §2.1 lets a token consist of; a line break in it would be a header of its own.</summary>
    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/=");

    private protected BearerToken(string appId, string token, DateTimeOffset? expiresAt)
    {
        ArgumentException.ThrowIfNullOrEmpty(appId);
        Token = Checked(token);
        AppId = appId;
        ExpiresAt = expiresAt;
        Authorization = $"Bearer {token}";
    }

    /// <summary>From when on it should no longer be used, or null if that isn't known.</summary>
    public DateTimeOffset? ExpiresAt { get; }

    /// <summary>The value of the Authorization header.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string Authorization { get; }

    /// <inheritdoc/>
    internal override string AppId { get; }

    /// <inheritdoc/>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal override string Token { get; }

    /// <summary>Names the kind of token and the app, and nothing of the token.</summary>
    /// <returns>A text such as <c>AppToken(app xvz1…)</c>.</returns>
    public override string ToString() => $"{GetType().Name}(app {Secrets.Abbreviate(AppId)})";

    /// <inheritdoc/>
    internal override string Redact(string text) => Secrets.Redact(text, Token);

    private static string Checked(string token)
    {
        ArgumentException.ThrowIfNullOrEmpty(token);

        // The message doesn't repeat it.
        return token.AsSpan().ContainsAnyExcept(TokenCharacters)
            ? throw new ArgumentException("The token has characters that a bearer token can't have.", nameof(token))
            : token;
    }
}
