namespace ApiGen.Benchmarks.Budgets;

/// <summary>The calls whose budgets are measured.</summary>
internal static class Call
{
    private const string Pool = "Twitter/friendships/create";

    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    public static BudgetClaim OfUser(string user, TimeSpan window, int limit = 1_000_000) =>
        new(new BudgetKey(Pool, BudgetScope.User, user, window), limit);

    public static BudgetClaim OfApp(TimeSpan window) =>
        new(new BudgetKey(Pool, BudgetScope.App, "app", window), 1_000_000_000);

    /// <summary>A user's id as Twitter gives them, of ten digits.</summary>
    public static string User(int number) => $"{2_000_000_000 + number}";

    /// <summary>Reserves and settles, in a store that never waits.</summary>
    public static void Make(MemoryBudgetStore store, BudgetClaim[] claims)
    {
        ValueTask<BudgetDecision> reserving = store.ReserveAsync(claims, Timeout);
        BudgetReservation reservation = reserving.IsCompleted ? reserving.Result.Reservation : default;
        ValueTask settling = store.SettleAsync(reservation, BudgetOutcome.Completed);
        if (settling.IsCompleted) settling.GetAwaiter().GetResult();
    }

    /// <summary>Reserves and settles.</summary>
    public static async Task MakeAsync(IBudgetStore store, BudgetClaim[] claims)
    {
        BudgetDecision decision = await store.ReserveAsync(claims, Timeout);
        await store.SettleAsync(decision.Reservation, BudgetOutcome.Completed);
    }
}
