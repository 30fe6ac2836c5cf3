namespace ApiGen.OAuth;

/// <summary>A token that an app has for itself, and that stands for no user (RFC 6749 §4.4).</summary>
public sealed class AppToken : BearerToken, ICredentialSource<AppToken>
{
    /// <summary>Gathers the token as the API issued it.</summary>
    /// <param name="appId">The app's consumer key or client id, by which its budgets are counted; not empty.</param>
    /// <param name="token">The token, without the word Bearer.</param>
    /// <param name="expiresAt">When it expires, or null if it doesn't or that isn't known.</param>
    /// <exception cref="ArgumentException">An argument is empty, or the token isn't one (RFC 6750 §2.1).</exception>
    public AppToken(string appId, string token, DateTimeOffset? expiresAt = null)
        : base(appId, token, expiresAt)
    {
    }

    /// <summary>Null: there is no user.</summary>
    public override string? UserId => null;

    /// <inheritdoc/>
    internal override bool IsForUser => false;

    ValueTask<AppToken> ICredentialSource<AppToken>.GetAsync(CancellationToken cancellationToken) => new(this);
}
