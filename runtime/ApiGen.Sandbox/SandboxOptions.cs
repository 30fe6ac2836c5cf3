namespace ApiGen.Sandbox;

/// <summary>How a sandbox is set up, where the defaults don't do.</summary>
public sealed class SandboxOptions
{
    /// <summary>
    /// Accounts that may call, beside the one that the sandbox makes up for itself. None by default. A second user of
    /// an app is <c>first with { Token = …, TokenSecret = … }</c>.
    /// </summary>
    public IReadOnlyList<SandboxAccount> Accounts { get; init; } = [];

    /// <summary>
    /// The clock that limits, timestamps, delays and the <c>Date</c> header go by; the system's by default. A virtual
    /// one lets a test pass a day in no time, as long as its clients sign by the same clock.
    /// </summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How long a bearer token is good; two hours by default.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromHours(2);
}
