using ApiGen.Budgets;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace ApiGen.Runtime.Tests.Budgets;

public sealed class BudgetForecastTests
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(5);

    [Fact]
    public void A_forecast_is_what_the_store_then_grants() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[1, 9], Gen.Bool, Gen.Int[1, 2], Gen.Int[0, 9].Array[0, 30]).Sample(
            (userLimit, appLimit, isFair, cost, gaps) =>
                CheckAsync(userLimit, appLimit, isFair, cost, gaps).GetAwaiter().GetResult(),
            iter: 500);

    private static async Task CheckAsync(int userLimit, int appLimit, bool isFair, int cost, int[] gaps)
    {
        var time = new FakeTimeProvider();
        var store = new MemoryBudgetStore(time);
        BudgetClaim[] claims =
        [
            Claims.User("7", userLimit, TimeSpan.FromSeconds(10), Math.Min(cost, userLimit)),
            Claims.App(appLimit, TimeSpan.FromSeconds(25), Math.Min(cost, appLimit), isFair ? "7" : null),
        ];
        foreach (int gap in gaps)
        {
            await CallAsync(store, claims);
            time.Advance(TimeSpan.FromSeconds(gap));
        }

        var forecast = new BudgetForecast(
            await store.ReadLogAsync(claims), [.. claims.Select(claim => claim.Cost)], time.GetUtcNow());
        for (int call = 0; call < 20; call++)
        {
            DateTimeOffset expected = forecast.Next();
            BudgetDecision decision;
            while (!(decision = await CallAsync(store, claims)).IsGranted)
                time.Advance(decision.Refusal.ResumesAt - time.GetUtcNow());
            Assert.Equal(expected, time.GetUtcNow());
        }
    }

    private static async Task<BudgetDecision> CallAsync(MemoryBudgetStore store, BudgetClaim[] claims)
    {
        BudgetDecision decision = await store.ReserveAsync(claims, CallTimeout);
        if (decision.IsGranted) await store.SettleAsync(decision.Reservation, BudgetOutcome.Completed);
        return decision;
    }
}
