namespace ApiGen.Pipeline;

/// <summary>On whose behalf a client calls, whatever the kind of credentials.</summary>
internal abstract class Caller
{
    /// <summary>Whether <see cref="RenewAsync"/> can ever come to anything.</summary>
    public abstract bool CanRenew { get; }

    /// <summary>Finds out who makes the next attempt.</summary>
    public abstract ValueTask<CallIdentity> IdentifyAsync(CancellationToken cancellationToken);

    /// <summary>Whether there are other credentials in place of those that the server refused.</summary>
    public abstract ValueTask<bool> RenewAsync(CallIdentity refused, CancellationToken cancellationToken);
}
