namespace ApiGen.Budgets.Waiting;

/// <summary>What a call asks of a store, and how long it will wait for it.</summary>
/// <param name="Claims">The budgets that it draws on.</param>
/// <param name="CallTimeout">How long the call may be under way.</param>
/// <param name="LongestWait">How long it waits for slots; zero to fail at once.</param>
/// <param name="Waits">
/// Told when the wait begins, and again when what is waited for changes: why, and how many slots are asked for before
/// it; null if nobody asks.
/// </param>
internal sealed record BudgetRequest(
    BudgetClaim[] Claims, TimeSpan CallTimeout, TimeSpan LongestWait, Action<BudgetRefusal, int>? Waits);
