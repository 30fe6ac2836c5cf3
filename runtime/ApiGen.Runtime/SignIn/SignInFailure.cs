namespace ApiGen.SignIn;

/// <summary>Why a sign-in, or the renewal of a token, came to nothing.</summary>
public enum SignInFailure
{
    /// <summary>
    /// The server refused, for the reason in the exception: a wrong secret, a PIN mistyped or used before, a refresh
    /// token that is spent.
    /// </summary>
    Refused,

    /// <summary>The user said no.</summary>
    Denied,

    /// <summary>
    /// The callback belongs to another sign-in than the one it was held against, or to none: it may be forged, and
    /// nothing of it was used.
    /// </summary>
    OtherSignIn,

    /// <summary>
    /// The server didn't confirm the callback (RFC 5849 §2.1). It may speak a version of OAuth that is open to
    /// session fixation.
    /// </summary>
    CallbackNotConfirmed,

    /// <summary>The answer lacks what it must have, or can't be read.</summary>
    Unreadable,

    /// <summary>There was no answer, or none in time.</summary>
    NoAnswer,
}
