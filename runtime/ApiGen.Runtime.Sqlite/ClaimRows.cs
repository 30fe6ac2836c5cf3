namespace ApiGen.Budgets;

/// <summary>The budgets of the file that one claim draws on.</summary>
/// <param name="Whole">The budget.</param>
/// <param name="Part">The caller's part, where the budget is shared fairly; else the default.</param>
internal readonly record struct ClaimRows(BudgetRow Whole, BudgetRow Part);
