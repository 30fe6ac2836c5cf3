namespace ApiGen.Budgets;

/// <summary>Why a reservation was not granted: the budget that refuses, and stays so the longest.</summary>
/// <param name="State">That budget, as it was found.</param>
/// <param name="ResumesAt">
/// When every budget of the call has what the call takes, if nobody else takes it first and no call under way is
/// answered or given back sooner.
/// </param>
/// <param name="Reason">Why that budget refuses.</param>
public sealed record BudgetRefusal(
    BudgetState State, DateTimeOffset ResumesAt, BudgetRefusalReason Reason = BudgetRefusalReason.Used);
