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

    [Fact]
    public void A_forecast_over_the_boundaries_of_days_is_what_the_store_then_grants() =>
        Gen.Select(CalendarPlan.Any, Gen.Int[1, 5], Gen.Int[1, 9], Gen.Bool, Gen.Int[0, 9].Array[0, 20]).Sample(
            (days, userLimit, appLimit, isFair, gaps) =>
            {
                var time = new FakeTimeProvider(days.Start);
                BudgetKey app = Claims.App(1, days.Calendar.Longest).Key with { Calendar = days.Calendar };
                BudgetClaim[] claims =
                [
                    Claims.User("7", userLimit, TimeSpan.FromHours(10)),
                    new BudgetClaim(app, appLimit, sharer: isFair ? "7" : null),
                ];
                CheckAsync(time, claims, TimeSpan.FromHours(1), gaps).GetAwaiter().GetResult();
            },
            iter: 200);

    [Fact]
    public async Task A_place_in_line_is_told_over_the_boundaries_of_days()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 10, 31, 12, 0, 0, TimeSpan.Zero));
        var store = new MemoryBudgetStore(time);
        var calendar = BudgetCalendar.Days("America/New_York");
        var claim = new BudgetClaim(
            Claims.User("7", 1, calendar.Longest).Key with { Calendar = calendar }, 2);
        await CallAsync(store, [claim]);
        await CallAsync(store, [claim]);
        BudgetLog log = Assert.Single(await store.ReadLogAsync([claim]));

        DateTimeOffset sunday = new(2026, 11, 1, 4, 0, 0, TimeSpan.Zero);
        Assert.Equal(
            [sunday, sunday, sunday.AddHours(25), sunday.AddHours(25), sunday.AddHours(49)],
            Enumerable.Range(0, 5).Select(index => BudgetForecast.SlotAt(log, index, time.GetUtcNow())));
    }

    private static async Task CheckAsync(int userLimit, int appLimit, bool isFair, int cost, int[] gaps)
    {
        BudgetClaim[] claims =
        [
            Claims.User("7", userLimit, TimeSpan.FromSeconds(10), Math.Min(cost, userLimit)),
            Claims.App(appLimit, TimeSpan.FromSeconds(25), Math.Min(cost, appLimit), isFair ? "7" : null),
        ];
        await CheckAsync(new FakeTimeProvider(), claims, TimeSpan.FromSeconds(1), gaps);
    }

    private static async Task CheckAsync(FakeTimeProvider time, BudgetClaim[] claims, TimeSpan unit, int[] gaps)
    {
        var store = new MemoryBudgetStore(time);
        foreach (int gap in gaps)
        {
            await CallAsync(store, claims);
            time.Advance(unit * gap);
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
