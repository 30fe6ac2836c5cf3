using System.Diagnostics;
using ApiGen.OAuth;

namespace ApiGen.SignIn;

/// <summary>What a user granted by OAuth 2.0: a token, and what renews it.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class UserGrant
{
    /// <summary>Gathers what was granted, at a sign-in or out of a store.</summary>
    /// <param name="token">The user's token.</param>
    /// <param name="refreshToken">What renews it, or null if the API issued none.</param>
    public UserGrant(UserToken token, string? refreshToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        Token = token;
        RefreshToken = refreshToken;
    }

    /// <summary>The user's token.</summary>
    public UserToken Token { get; }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string? RefreshToken { get; }

    /// <summary>
    /// Hands out the secrets, to be kept where secrets are kept. A refresh token is good for long, and often for one
    /// use only.
    /// </summary>
    public (string Token, string? RefreshToken) Reveal() => (Token.Token, RefreshToken);

    /// <summary>Names the token's kind and the app, with no secret.</summary>
    /// <returns>A text such as <c>UserGrant(app xvz1…)</c>.</returns>
    public override string ToString() => $"{nameof(UserGrant)}(app {Secrets.Abbreviate(Token.AppId)})";
}
