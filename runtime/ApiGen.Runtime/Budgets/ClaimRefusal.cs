namespace ApiGen.Budgets;

/// <summary>That one claim can't be granted. For those who write a store.</summary>
/// <param name="ResumesAt">From when it can, in the unit of the store.</param>
/// <param name="Reason">Why not before.</param>
public readonly record struct ClaimRefusal(long ResumesAt, BudgetRefusalReason Reason)
{
    /// <summary>The one of two that lasts longer; the first if they end together, and null if there is neither.</summary>
    /// <param name="first">The first.</param>
    /// <param name="second">The second.</param>
    public static ClaimRefusal? Later(ClaimRefusal? first, ClaimRefusal? second) =>
        second?.ResumesAt <= first?.ResumesAt ? first : second ?? first;
}
