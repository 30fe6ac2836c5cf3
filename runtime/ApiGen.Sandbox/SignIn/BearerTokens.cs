using System.Collections.Concurrent;

namespace ApiGen.Sandbox.SignIn;

/// <summary>The tokens of OAuth 2.0 that were handed out and not taken back.</summary>
internal sealed class BearerTokens(TimeProvider clock, TimeSpan lifetime)
{
    private readonly ConcurrentDictionary<string, Grant> _tokens = new();

    public TimeSpan Lifetime => lifetime;

    /// <summary>Hands out a token of an app, for a user or for itself.</summary>
    public string New(string app, string? user)
    {
        string token = Tokens.New();
        _tokens[token] = new Grant(app, user, clock.GetUtcNow() + lifetime);
        return token;
    }

    /// <summary>Whose token it is, or null if it was never handed out, was taken back or has expired.</summary>
    public (string App, string? User)? Find(string token) =>
        _tokens.TryGetValue(token, out Grant? grant) && clock.GetUtcNow() < grant.ExpiresAt
            ? (grant.App, grant.User)
            : null;

    public void RevokeAll() => _tokens.Clear();

    private sealed record Grant(string App, string? User, DateTimeOffset ExpiresAt);
}
