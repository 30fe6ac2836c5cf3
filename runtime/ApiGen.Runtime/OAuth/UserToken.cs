namespace ApiGen.OAuth;

/// <summary>An OAuth 2.0 token that a user granted to an app.</summary>
public sealed class UserToken : BearerToken, ICredentialSource<UserToken>
{
    /// <summary>Gathers the token as the API issued it.</summary>
    /// <param name="appId">The app's client id, by which its budgets are counted; not empty.</param>
    /// <param name="token">The token, without the word Bearer.</param>
    /// <param name="expiresAt">When it expires, or null if it doesn't or that isn't known.</param>
    /// <param name="userId">
    /// The API's id of the user, by which the user's budgets are counted. Without it the token stands for the user, and
    /// every new token begins new budgets.
    /// </param>
    /// <exception cref="ArgumentException">An argument is empty, or the token isn't one (RFC 6750 §2.1).</exception>
    public UserToken(string appId, string token, DateTimeOffset? expiresAt = null, string? userId = null)
        : base(appId, token, expiresAt)
    {
        if (userId is not null) ArgumentException.ThrowIfNullOrEmpty(userId);
        UserId = userId;
    }

    /// <inheritdoc/>
    public override string? UserId { get; }

    /// <inheritdoc/>
    internal override bool IsForUser => true;

    ValueTask<UserToken> ICredentialSource<UserToken>.GetAsync(CancellationToken cancellationToken) => new(this);
}
