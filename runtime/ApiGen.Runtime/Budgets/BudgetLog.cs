namespace ApiGen.Budgets;

/// <summary>One budget at one moment, with every taken slot: enough to tell how it goes on.</summary>
/// <param name="State">The budget.</param>
/// <param name="Frees">
/// When each taken slot frees, the next one first: <see cref="BudgetState.Used"/> moments. A call under way counts as
/// if it lasted until its deadline.
/// </param>
/// <param name="FreesOfCaller">
/// Those among them that the caller took, where the budget is shared fairly; else empty.
/// </param>
public sealed record BudgetLog(
    BudgetState State, IReadOnlyList<DateTimeOffset> Frees, IReadOnlyList<DateTimeOffset> FreesOfCaller);
