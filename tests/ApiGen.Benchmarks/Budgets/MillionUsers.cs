using ApiGen.Benchmarks.Harness;

namespace ApiGen.Benchmarks.Budgets;

/// <summary>What a million users leave in memory, each with a few calls of the day.</summary>
internal static class MillionUsers
{
    private const int Users = 1_000_000;

    // Rings grow by a quarter, so the slope is taken over many calls.
    private const int ManyCalls = 20;

    /// <summary>The bytes of a user, whose id is the caller's, and of each of his calls in the window.</summary>
    public static (double User, double Call) Bytes()
    {
        string[] users = [.. Enumerable.Range(0, Users).Select(Call.User)];
        var store = new MemoryBudgetStore();
        long empty = GC.GetTotalMemory(forceFullCollection: true);
        CallAll(store, users, 1);
        double one = (GC.GetTotalMemory(forceFullCollection: true) - empty) / (double)Users;
        CallAll(store, users, ManyCalls - 1);
        double many = (GC.GetTotalMemory(forceFullCollection: true) - empty) / (double)Users;
        GC.KeepAlive(store);
        GC.KeepAlive(users);
        double call = (many - one) / (ManyCalls - 1);
        return (one - call, call);
    }

    public static IEnumerable<Row> Measure()
    {
        long timers = Timer.ActiveCount;
        (double user, double call) = Bytes();
        yield return new Row("memory, a million users: bytes a user", user, 64);
        yield return new Row("memory, a million users: bytes a live call", call, 8);
        yield return new Row("memory, a million users: timers", Timer.ActiveCount - timers, 0);
    }

    private static void CallAll(MemoryBudgetStore store, string[] users, int calls)
    {
        foreach (string user in users)
        {
            BudgetClaim[] claims = [Call.OfUser(user, TimeSpan.FromHours(24), limit: 400)];
            for (int call = 0; call < calls; call++)
                Call.Make(store, claims);
        }
    }
}
