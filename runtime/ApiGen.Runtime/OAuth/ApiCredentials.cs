using System.Diagnostics;

namespace ApiGen.OAuth;

/// <summary>
/// What calls are authorised with: <see cref="OAuth1Credentials"/>, <see cref="UserToken"/> or <see cref="AppToken"/>.
/// </summary>
/// <remarks>
/// Credentials never change; where they are renewed or rotated, an <see cref="ICredentialSource{TCredentials}"/> hands
/// out others.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public abstract class ApiCredentials
{
    private protected ApiCredentials()
    {
    }

    /// <summary>The API's id of the user that they stand for, or null if it isn't known or there is no user.</summary>
    public abstract string? UserId { get; }

    /// <summary>The app's public identifier, by which its budgets are counted.</summary>
    internal abstract string AppId { get; }

    /// <summary>The token, or an empty text where there is none.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal abstract string Token { get; }

    /// <summary>Whether they stand for a user of the app, and not for the app alone.</summary>
    internal abstract bool IsForUser { get; }

    /// <summary>Takes out of a server's words what it may have repeated of the secrets.</summary>
    internal abstract string Redact(string text);
}
