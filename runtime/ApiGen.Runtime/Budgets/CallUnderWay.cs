namespace ApiGen.Budgets;

/// <summary>A call that is reserved and not settled.</summary>
/// <param name="Claims">The budgets it draws on.</param>
/// <param name="Deadline">
/// The last moment at which it may be under way, in the unit of <see cref="BudgetClock"/>.
/// </param>
internal readonly record struct CallUnderWay(BudgetClaim[] Claims, long Deadline);
