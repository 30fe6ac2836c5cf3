namespace ApiGen.Budgets;

/// <summary>Where a <see cref="BudgetTable"/> has the slots of one claim; negative where it has none.</summary>
/// <param name="Whole">The budget.</param>
/// <param name="Part">The caller's part, where the budget is shared fairly.</param>
internal readonly record struct ClaimPlaces(int Whole, int Part);
