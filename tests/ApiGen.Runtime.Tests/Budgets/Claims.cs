using ApiGen.Budgets;

namespace ApiGen.Runtime.Tests.Budgets;

/// <summary>The budgets that the tests draw on.</summary>
internal static class Claims
{
    public static readonly TimeSpan Day = TimeSpan.FromHours(24);

    public static BudgetClaim User(string user, int limit, TimeSpan? window = null, int cost = 1) =>
        new(new BudgetKey("Twitter/friendships/create", BudgetScope.User, user, window ?? Day), limit, cost);

    public static BudgetClaim App(int limit, TimeSpan? window = null, int cost = 1, string? sharer = null) =>
        new(new BudgetKey("Twitter/friendships/create", BudgetScope.App, "app", window ?? Day), limit, cost, sharer);
}
