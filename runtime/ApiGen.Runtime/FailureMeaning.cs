namespace ApiGen;

/// <summary>What a failure asks of the caller, which an HTTP status alone rarely tells.</summary>
public enum FailureMeaning
{
    /// <summary>The spec doesn't say.</summary>
    Unspecified,

    /// <summary>The state that was asked for already holds; nothing more to do.</summary>
    Done,

    /// <summary>The same call will never succeed; don't send it again unchanged.</summary>
    Never,

    /// <summary>The credentials, the account or the app's permission must be put right first.</summary>
    Auth,

    /// <summary>A window of the server's is used up; wait until it resets.</summary>
    Wait,

    /// <summary>The server wants a long pause and doesn't say how long.</summary>
    CoolDown,

    /// <summary>The call may or may not have taken effect.</summary>
    OutcomeUnknown,

    /// <summary>The call itself is wrong; correct its arguments.</summary>
    Fix,

    /// <summary>The request provably never left this machine; it is safe to send again.</summary>
    NotSent,

    /// <summary>
    /// The clock that signed is too far from the server's. The client has tried again by the server's time already.
    /// </summary>
    Clock,
}
