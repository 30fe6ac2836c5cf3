namespace ApiGen.Budgets;

/// <summary>That one claim can't be granted.</summary>
/// <param name="ResumesAt">From when it can, on the file's own time.</param>
/// <param name="Reason">Why not before.</param>
internal readonly record struct FileRefusal(long ResumesAt, BudgetRefusalReason Reason);
