namespace ApiGen.Budgets;

/// <summary>Why a reservation was not granted: the budget without a free slot that stays so the longest.</summary>
/// <param name="State">That budget, as it was found.</param>
/// <param name="ResumesAt">When a slot is free in every budget of the call, if nobody else takes it first.</param>
public sealed record BudgetRefusal(BudgetState State, DateTimeOffset ResumesAt);
