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
    private const char Separator = ' ';

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
        ArgumentNullException.ThrowIfNull(state);
        string[] parts = state.Split(Separator);
        bool isState = parts.Length == 3 && parts.All(part => part.Length > 0)
            && Uri.TryCreate(parts[2], UriKind.Absolute, out _);

        // The message doesn't repeat it.
        return isState
            ? new TemporaryToken(Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[1]), new Uri(parts[2]))
            : throw new FormatException("The text isn't the state of a sign-in.");
    }

    /// <summary>
    /// Writes all there is in one line of ASCII, the secret too, to be kept until the user comes back. It is worth
    /// nothing without the app's secret, and nothing after the exchange.
    /// </summary>
    public string ToState() => string.Join(
        Separator, Uri.EscapeDataString(Token), Uri.EscapeDataString(TokenSecret), AuthorizeAddress.AbsoluteUri);

    /// <summary>Names the token by its first characters.</summary>
    /// <returns>A text such as <c>TemporaryToken(hh5s…)</c>.</returns>
    public override string ToString() => $"{nameof(TemporaryToken)}({Secrets.Abbreviate(Token)})";
}
