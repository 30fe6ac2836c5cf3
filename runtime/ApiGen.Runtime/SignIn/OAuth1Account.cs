using System.Diagnostics;
using ApiGen.OAuth;

namespace ApiGen.SignIn;

/// <summary>What a completed sign-in by OAuth 1.0a gives.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class OAuth1Account
{
    internal OAuth1Account(
        OAuth1Credentials credentials, string token, string tokenSecret, IReadOnlyDictionary<string, string> fields)
    {
        Credentials = credentials;
        Fields = fields;
        Token = token;
        TokenSecret = tokenSecret;
    }

    /// <summary>The credentials of the app for this user, with the user's id if the server told it.</summary>
    public OAuth1Credentials Credentials { get; }

    /// <summary>
    /// What else the server told with the token, such as Twitter's <c>screen_name</c>; neither token nor secret.
    /// </summary>
    public IReadOnlyDictionary<string, string> Fields { get; }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private string Token { get; }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private string TokenSecret { get; }

    /// <summary>
    /// Hands out token and secret, to be kept where secrets are kept: with them and <see cref="UserId"/>, new
    /// <see cref="OAuth1Credentials"/> are made after a restart without another sign-in.
    /// </summary>
    public (string Token, string TokenSecret) Reveal() => (Token, TokenSecret);

    /// <summary>The API's id of the user, or null if the server didn't tell.</summary>
    public string? UserId => Credentials.UserId;

    /// <summary>Names the credentials, with no secret among them.</summary>
    /// <returns>The text of <see cref="OAuth1Credentials.ToString"/>.</returns>
    public override string ToString() => Credentials.ToString();
}
