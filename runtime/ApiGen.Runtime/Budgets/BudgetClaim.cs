namespace ApiGen.Budgets;

/// <summary>
/// What one call asks of one budget: a slot among the <see cref="Limit"/> that a window holds. A claim is made once a
/// subject and asked many times.
/// </summary>
public sealed record BudgetClaim
{
    /// <summary>The longest window a budget may have: 366 days.</summary>
    public static readonly TimeSpan LongestWindow = TimeSpan.FromDays(366);

    /// <summary>Asks for one slot.</summary>
    /// <param name="key">The budget.</param>
    /// <param name="limit">The number of calls that a window of this budget holds; at least 1.</param>
    /// <exception cref="ArgumentException">The key has no pool or no subject.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The limit is below 1, or the window isn't positive or is longer than <see cref="LongestWindow"/>.
    /// </exception>
    public BudgetClaim(BudgetKey key, int limit)
    {
        ArgumentException.ThrowIfNullOrEmpty(key.Pool, nameof(key));
        ArgumentException.ThrowIfNullOrEmpty(key.Subject, nameof(key));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(key.Window, TimeSpan.Zero, nameof(key));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(key.Window, LongestWindow, nameof(key));
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        Key = key;
        Limit = limit;
        KeyHash = key.GetHashCode();
    }

    /// <summary>The budget.</summary>
    public BudgetKey Key { get; }

    /// <summary>The number of calls that a window of this budget holds; at least 1.</summary>
    public int Limit { get; }

    /// <summary>
    /// The hash code of <see cref="Key"/>, taken once: hashing two strings costs more than a decision.
    /// </summary>
    internal int KeyHash { get; }
}
