namespace ApiGen.Budgets;

/// <summary>That one claim can't be granted.</summary>
/// <param name="ResumesAt">From when it can, in the unit of <see cref="BudgetClock"/>.</param>
/// <param name="Reason">Why not before.</param>
internal readonly record struct ClaimRefusal(long ResumesAt, BudgetRefusalReason Reason);
