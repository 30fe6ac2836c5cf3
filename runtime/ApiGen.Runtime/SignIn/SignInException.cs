namespace ApiGen.SignIn;

/// <summary>
/// A token couldn't be had or renewed. No call was sent for the want of it; no body is kept, since it may hold tokens.
/// </summary>
public sealed class SignInException : ApiException
{
    /// <summary>Reports a failed sign-in.</summary>
    /// <param name="reason">Why it failed.</param>
    /// <param name="message">A sentence on what failed, with nothing secret in it.</param>
    /// <param name="innerException">The error underneath, if one was caught.</param>
    public SignInException(SignInFailure reason, string message, Exception? innerException = null)
        : base(message, innerException) => Reason = reason;

    /// <summary>Why it failed.</summary>
    public SignInFailure Reason { get; }
}
