using ApiGen.Budgets;

namespace ApiGen.Pipeline.Words;

/// <summary>What the headers of an answer say of one limit.</summary>
/// <param name="Header">The header that says what is left.</param>
/// <param name="Remaining">What is left in the window.</param>
/// <param name="Limit">How many calls the window holds, if they say.</param>
/// <param name="Resets">How long the window still lasts, if they say.</param>
/// <param name="Scope">Whose limit it is, if that is known.</param>
/// <param name="Window">The length of the window, if that is known.</param>
internal sealed record LimitReport(
    string Header, int Remaining, int? Limit, TimeSpan? Resets, BudgetScope? Scope, TimeSpan? Window)
{
    /// <summary>Whether the reported limit is told apart from others by more than its count.</summary>
    public bool IsOf(BudgetClaim claim) =>
        claim.Key.Window > TimeSpan.Zero
        && (Scope is null || Scope == claim.Key.Scope)
        && (Window is null || Window == claim.Key.Window || claim.Key.Calendar?.MayBe(Window.Value) == true);

    /// <summary>
    /// The budget that is meant: the only one it can be, or else the only one with the reported count, or else the only
    /// one of the user, for whom the call was made.
    /// </summary>
    public BudgetClaim? FindIn(IReadOnlyList<BudgetClaim> claims)
    {
        BudgetClaim[] possible = [.. claims.Where(IsOf)];
        return Only(possible)
            ?? Only([.. possible.Where(claim => claim.Limit == Limit)])
            ?? Only([.. possible.Where(claim => claim.Key.Scope == BudgetScope.User)]);
    }

    private static BudgetClaim? Only(BudgetClaim[] claims) => claims.Length == 1 ? claims[0] : null;
}
