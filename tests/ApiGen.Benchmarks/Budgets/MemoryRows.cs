using System.Threading.RateLimiting;
using ApiGen.Benchmarks.Harness;

namespace ApiGen.Benchmarks.Budgets;

/// <summary>A granted call in memory, beside one permit of .NET's own limiter.</summary>
internal static class MemoryRows
{
    // So short that slots free as fast as they are taken, as they do in a budget that is used up day after day.
    private static readonly TimeSpan Window = TimeSpan.FromTicks(1);

    public static IEnumerable<Row> Measure()
    {
        using var limiter = new SlidingWindowRateLimiter(new()
        {
            PermitLimit = int.MaxValue,
            SegmentsPerWindow = 96,
            Window = TimeSpan.FromHours(24),
        });

        // Of their own, because what is idle in a store is forgotten while others are drawn on.
        var storeOfOne = new MemoryBudgetStore();
        var storeOfTwo = new MemoryBudgetStore();
        BudgetClaim[] one = [Call.OfUser(Call.User(7), Window)];
        BudgetClaim[] two = [Call.OfUser(Call.User(8), Window), Call.OfApp(Window)];
        Action callOne = () => Call.Make(storeOfOne, one);
        Action callTwo = () => Call.Make(storeOfTwo, two);
        TimeProvider clock = TimeProvider.System;
        var gate = new Lock();
        return
        [
            .. Race.Run(
                new Subject("SlidingWindowRateLimiter, a permit", () => limiter.AttemptAcquire().Dispose()),
                new Subject("memory: reserve + settle, one scope", callOne)
                {
                    Goal = 1.7,
                    Allocates = () => Allocation.Of(callOne) with { Goal = 0 },
                },
                new Subject("memory: reserve + settle, two scopes", callTwo)
                {
                    Goal = 3,
                    Allocates = () => Allocation.Of(callTwo) with { Goal = 0 },
                },
                new Subject("its floor: two locks, the clock in each", () => _ = Read() + Read())),
        ];

        long Read()
        {
            lock (gate)
                return clock.GetTimestamp();
        }
    }
}
