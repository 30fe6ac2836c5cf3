namespace ApiGen.Budgets;

/// <summary>One budget of the file as it stands at a moment.</summary>
/// <param name="Id">Its row, or 0 if it has none yet.</param>
/// <param name="Used">The slots taken.</param>
/// <param name="Expired">The slots that have freed and whose rows aren't deleted yet.</param>
/// <param name="Word">What the server said of it; the default if nothing.</param>
internal readonly record struct BudgetRow(long Id, int Used, int Expired, StandingWord Word);
