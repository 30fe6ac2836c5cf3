namespace ApiGen.Budgets;

/// <summary>
/// What one call asks of one budget: slots among the <see cref="Limit"/> that a window holds. A claim is made once a
/// subject and asked many times.
/// </summary>
public sealed record BudgetClaim
{
    /// <summary>The longest window a budget may have: 366 days.</summary>
    public static readonly TimeSpan LongestWindow = TimeSpan.FromDays(366);

    private readonly BudgetKey _key;

    /// <summary>Asks for slots.</summary>
    /// <param name="key">The budget.</param>
    /// <param name="limit">The number of slots that a window of this budget holds; at least 1.</param>
    /// <param name="cost">How many of them the call takes, from 1 to <paramref name="limit"/>.</param>
    /// <param name="sharer">
    /// The one among the budget's users who calls, if none may take what others need (see <see cref="Part"/>); null
    /// if whoever comes first may take all.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The key has no pool or no subject, or a calendar and another window than
    /// <see cref="BudgetCalendar.Longest"/>; or <paramref name="sharer"/> is empty.
    /// </exception>
    /// <exception cref="TimeZoneNotFoundException">This system doesn't know the zone of the key's calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The limit is below 1, the cost isn't from 1 to the limit, or the window is negative or longer than
    /// <see cref="LongestWindow"/>.
    /// </exception>
    public BudgetClaim(BudgetKey key, int limit, int cost = 1, string? sharer = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(key.Pool, nameof(key));
        ArgumentException.ThrowIfNullOrEmpty(key.Subject, nameof(key));
        ArgumentOutOfRangeException.ThrowIfLessThan(key.Window, TimeSpan.Zero, nameof(key));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(key.Window, LongestWindow, nameof(key));
        if (key.Calendar is { } calendar && key.Window != calendar.Longest)
            throw new ArgumentException("The window of a calendar is its longest period.", nameof(key));
        key.Calendar?.RequireZone();
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(cost, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cost, limit);
        if (sharer is not null) ArgumentException.ThrowIfNullOrEmpty(sharer);
        _key = key;
        Limit = limit;
        Cost = cost;
        KeyHash = key.GetHashCode();
        if (sharer is null) return;
        Part = key with { Subject = $"{key.Subject}/{sharer}" };
        PartHash = Part.GetHashCode();
    }

    /// <summary>The budget.</summary>
    public BudgetKey Key => _key;

    /// <summary>The number of slots that a window of this budget holds; at least 1.</summary>
    public int Limit { get; }

    /// <summary>How many slots the call takes; at least 1.</summary>
    public int Cost { get; }

    /// <summary>
    /// Under which key the slots of the caller alone are counted, where the budget is shared fairly; else null.
    /// </summary>
    /// <remarks>
    /// <para>
    /// A fairly shared budget grants a call only if the caller's own slots, with those of this call, are no more than
    /// what is free before it. One user alone so gets half of the budget, two get a third each, and k of them the k-th
    /// part of k+1; as much as the greediest has is left for who comes next. No slot that is taken can be given to
    /// another before its window is over, so something must be kept free, and this rule needs no guess at how many will
    /// come. It is the dynamic threshold of Choudhury and Hahne (IEEE/ACM Transactions on Networking 6(2), 1998), with
    /// their parameter at 1.
    /// </para>
    /// </remarks>
    public BudgetKey? Part { get; }

    /// <summary><see cref="Key"/> without a copy of its six fields.</summary>
    internal ref readonly BudgetKey KeyInPlace => ref _key;

    /// <summary>
    /// The hash code of <see cref="Key"/>, taken once: hashing two strings costs more than a decision.
    /// </summary>
    internal int KeyHash { get; }

    /// <summary>The hash code of <see cref="Part"/>.</summary>
    internal int PartHash { get; }
}
