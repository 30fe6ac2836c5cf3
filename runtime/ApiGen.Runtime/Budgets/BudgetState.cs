namespace ApiGen.Budgets;

/// <summary>One budget at one moment: what is used, what is left, and when more frees.</summary>
/// <param name="Key">The budget.</param>
/// <param name="Limit">The number of slots that a window holds.</param>
/// <param name="Used">The slots taken now, those of calls under way among them.</param>
/// <param name="NextFree">
/// When the next taken slot frees, or null if none is taken. A call under way counts as if it lasted until its
/// deadline.
/// </param>
public sealed record BudgetState(BudgetKey Key, int Limit, int Used, DateTimeOffset? NextFree)
{
    /// <summary>
    /// The slots among <see cref="Used"/> whose calls the server may not have counted yet: calls under way, and calls of
    /// unknown outcome until their deadline.
    /// </summary>
    public int UnderWay { get; init; }

    /// <summary>
    /// The slots among <see cref="Used"/> that the caller took, where the budget is shared fairly; else null.
    /// </summary>
    public int? UsedByCaller { get; init; }

    /// <summary>What the server's own word leaves, as long as it holds; null without one.</summary>
    public int? LeftByServer { get; init; }

    /// <summary>Until when the server's word holds; null without one.</summary>
    public DateTimeOffset? ServerWordEnds { get; init; }

    /// <summary>
    /// The slots that the caller could take now; never negative, even where a limit was lowered below what is used.
    /// </summary>
    public int Remaining
    {
        get
        {
            int free = Math.Max(0, Limit - Used);

            // Every slot taken makes the caller's part one larger and what is free one smaller.
            int fair = UsedByCaller is { } own ? Math.Max(0, (free - own + 1) / 2) : free;
            return Math.Min(fair, LeftByServer ?? fair);
        }
    }
}
