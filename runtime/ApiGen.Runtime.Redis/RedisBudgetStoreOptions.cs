namespace ApiGen.Budgets;

/// <summary>How a <see cref="RedisBudgetStore"/> keeps its budgets.</summary>
/// <remarks>All processes that share budgets must set the same <see cref="KeyPrefix"/>, database and server.</remarks>
public sealed class RedisBudgetStoreOptions
{
    /// <summary>
    /// What the names of all keys begin with, in braces; not empty, and without braces itself. By default
    /// <c>apigen</c>. Redis Cluster keeps all keys with one prefix in one hash slot, because a call draws on several
    /// budgets at once: give every app a prefix of its own to spread them over the nodes.
    /// </summary>
    public string KeyPrefix { get; set; } = "apigen";

    /// <summary>
    /// How long an operation may take, with its attempts to reach the server again, before
    /// <see cref="BudgetStoreException"/>; positive, at most an hour. By default 5 seconds.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How many replicas must have received a reservation before it is granted, so that any of them may be promoted
    /// without a loss; not negative. By default 0: a primary that fails loses what its replicas hadn't received.
    /// </summary>
    public int MinReplicas { get; set; }

    /// <summary>
    /// How long to wait for <see cref="MinReplicas"/> before <see cref="BudgetStoreException"/>; positive, at most
    /// <see cref="Timeout"/>. By default 1 second. Other calls of this process wait meanwhile.
    /// </summary>
    public TimeSpan ReplicaTimeout { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Whether a server without any record of this prefix is taken for its first use. By default true. If false, it is
    /// taken for one that has lost them, and grants nothing until one window and one call's timeout have passed. Where
    /// the server's data may be lost while none of the processes runs, only false keeps the limits.
    /// </summary>
    public bool TrustsEmptyServer { get; set; } = true;

    /// <summary>
    /// How far the server's clock may run ahead of what this process has witnessed, before it is taken for a leap and
    /// not believed; not negative, at most an hour. By default 1 second. A message that takes longer than this to reach
    /// the server makes the store's time stand still as long.
    /// </summary>
    public TimeSpan ClockTolerance { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The clock of this process. By default the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>A copy that is sound and that nobody changes.</summary>
    internal RedisBudgetStoreOptions Checked()
    {
        ArgumentException.ThrowIfNullOrEmpty(KeyPrefix);
        if (KeyPrefix.AsSpan().ContainsAny('{', '}'))
            throw new ArgumentException($"The key prefix has a brace: {KeyPrefix}.", nameof(KeyPrefix));
        ArgumentNullException.ThrowIfNull(TimeProvider);
        ThrowIfNotWithin(Timeout, TimeSpan.FromTicks(1), TimeSpan.FromHours(1), nameof(Timeout));
        ThrowIfNotWithin(ReplicaTimeout, TimeSpan.FromMilliseconds(1), Timeout, nameof(ReplicaTimeout));
        ThrowIfNotWithin(ClockTolerance, TimeSpan.Zero, TimeSpan.FromHours(1), nameof(ClockTolerance));
        ArgumentOutOfRangeException.ThrowIfNegative(MinReplicas);
        return (RedisBudgetStoreOptions)MemberwiseClone();
    }

    private static void ThrowIfNotWithin(TimeSpan value, TimeSpan least, TimeSpan most, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most, name);
    }
}
