namespace ApiGen.Budgets;

/// <summary>A call waits for slots.</summary>
/// <param name="Endpoint">The endpoint that was called, as <c>friendships/create</c>.</param>
/// <param name="Refusal">The budget that it waits for, and why.</param>
/// <param name="SlotsBefore">How many slots of that budget are asked for by calls of this process that came before.</param>
/// <param name="Waited">How long it has waited so far; zero when the wait begins.</param>
public sealed record BudgetWaiting(string Endpoint, BudgetRefusal Refusal, int SlotsBefore, TimeSpan Waited);
