using System.Diagnostics;

namespace ApiGen.SignIn;

/// <summary>
/// A sign-in by OAuth 2.0 under way: the state that ties the callback to this user's browser (RFC 6749 §10.12), and the
/// code verifier that only this app knows (RFC 7636 §4.1).
/// </summary>
/// <remarks>A web app keeps it in the session or in an encrypted cookie of the user who began.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class PendingSignIn
{
    internal PendingSignIn(string state, string codeVerifier, Uri authorizeAddress)
    {
        State = state;
        CodeVerifier = codeVerifier;
        AuthorizeAddress = authorizeAddress;
    }

    /// <summary>Where the user says yes or no: open it in a browser, or redirect to it.</summary>
    public Uri AuthorizeAddress { get; }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string State { get; }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string CodeVerifier { get; }

    /// <summary>Reads what <see cref="ToState"/> wrote.</summary>
    /// <param name="state">The text.</param>
    /// <exception cref="FormatException">The text is another one.</exception>
    public static PendingSignIn FromState(string state)
    {
        SignInState read = SignInState.Parse(state);
        return new PendingSignIn(read.First, read.Second, read.AuthorizeAddress);
    }

    /// <summary>
    /// Writes all there is in one line of ASCII, the code verifier too, to be kept until the user comes back.
    /// </summary>
    public string ToState() => new SignInState(State, CodeVerifier, AuthorizeAddress).ToString();

    /// <summary>Names the host that was asked, and nothing secret.</summary>
    /// <returns>A text such as <c>PendingSignIn(api.twitter.com)</c>.</returns>
    public override string ToString() => $"{nameof(PendingSignIn)}({AuthorizeAddress.Authority})";
}
