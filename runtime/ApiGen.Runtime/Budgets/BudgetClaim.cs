namespace ApiGen.Budgets;

/// <summary>What one call asks of one budget: a slot among the <paramref name="Limit"/> that a window holds.</summary>
/// <param name="Key">The budget.</param>
/// <param name="Limit">The number of calls that a window of this budget holds; at least 1.</param>
public sealed record BudgetClaim(BudgetKey Key, int Limit);
