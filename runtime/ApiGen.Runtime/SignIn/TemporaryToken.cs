using System.Diagnostics;
using ApiGen.OAuth;

namespace ApiGen.SignIn;

/// <summary>
/// A sign-in under way: the temporary credentials of RFC 5849 §2.1, which a user is asked to authorise and which are
/// exchanged for a token once.
/// </summary>
/// <remarks>
/// A web app keeps them from the request that begins a sign-in to the one that completes it, where only this user's
/// browser can bring them back: in the session, or in an encrypted cookie.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class TemporaryToken
{
    internal TemporaryToken(string token, string tokenSecret, Uri authorizeAddress)
    {
        Token = token;
        TokenSecret = tokenSecret;
        AuthorizeAddress = authorizeAddress;
    }

    /// <summary>Where the user says yes or no: open it in a browser, or redirect to it.</summary>
    public Uri AuthorizeAddress { get; }

    /// <summary>The temporary token, which is in that address and in the callback, and no secret by itself.</summary>
    public string Token { get; }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string TokenSecret { get; }

    /// <summary>Reads what <see cref="ToState"/> wrote.</summary>
    /// <param name="state">The text.</param>
    /// <exception cref="FormatException">The text is another one.</exception>
    public static TemporaryToken FromState(string state)
    {
        SignInState read = SignInState.Parse(state);
        return new TemporaryToken(read.First, read.Second, read.AuthorizeAddress);
    }

    /// <summary>
    /// Writes all there is in one line of ASCII, the secret too, to be kept until the user comes back. It is worth
    /// nothing without the app's secret, and nothing after the exchange.
    /// </summary>
    public string ToState() => new SignInState(Token, TokenSecret, AuthorizeAddress).ToString();

    /// <summary>Names the token by its first characters.</summary>
    /// <returns>A text such as <c>TemporaryToken(hh5s…)</c>.</returns>
    public override string ToString() => $"{nameof(TemporaryToken)}({Secrets.Abbreviate(Token)})";
}
