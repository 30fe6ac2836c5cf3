namespace ApiGen.Budgets;

/// <summary>One budget at one moment: what is used, what is left, and when more frees.</summary>
/// <param name="Key">The budget.</param>
/// <param name="Limit">The number of calls that a window holds.</param>
/// <param name="Used">The slots taken now, those of calls under way among them.</param>
/// <param name="NextFree">
/// When the next taken slot frees, or null if none is taken. A call under way counts as if it lasted until its
/// deadline.
/// </param>
public sealed record BudgetState(BudgetKey Key, int Limit, int Used, DateTimeOffset? NextFree)
{
    /// <summary>
    /// The calls that could be made now; never negative, even where a limit was lowered below what is used.
    /// </summary>
    public int Remaining => Math.Max(0, Limit - Used);
}
