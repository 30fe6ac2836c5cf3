using System.Globalization;
using ApiGen.Budgets;
using CsCheck;

namespace ApiGen.Runtime.Tests.Budgets;

public sealed class MemoryBudgetStoreProperties
{
    /// <summary>How many schedules of the first kind are tried; more where APIGEN_SCHEDULES says so.</summary>
    private static readonly int Count = int.Parse(
        Environment.GetEnvironmentVariable("APIGEN_SCHEDULES") ?? "10000", CultureInfo.InvariantCulture);

    [Fact]
    public void Any_schedule_keeps_the_limit_as_the_server_counts_and_is_refused_only_by_need() =>
        Check(CallPlan.Steady, Count);

    [Fact]
    public void Steps_of_the_wall_clock_change_nothing() => Check(CallPlan.Stepping, iterations: 5_000);

    [Fact]
    public void Any_schedule_keeps_the_limit_of_every_day_and_month_whatever_the_clocks_of_the_zone_do() =>
        Gen.Select(CalendarPlan.Any, Gen.Int[1, 4], Gen.Int[1, 10], Gen.Bool, CallPlan.Steady.Array[1, 80]).Sample(
            (days, userLimit, appLimit, isFair, plans) =>
            {
                var time = new SteppedTimeProvider(days.Start);
                var run = new ScheduleRun(
                    time, () => new MemoryBudgetStore(time), userLimit, appLimit, isFair, days.Calendar);
                run.CheckAsync(CalendarPlan.InTime(plans), isExact: true).GetAwaiter().GetResult();
            },
            iter: 2_000);

    private static void Check(Gen<CallPlan> plan, int iterations) =>
        Gen.Select(Gen.Int[1, 4], Gen.Int[1, 10], Gen.Bool, plan.Array[1, 80]).Sample(
            (userLimit, appLimit, isFair, plans) =>
            {
                var time = new SteppedTimeProvider();
                var run = new ScheduleRun(time, () => new MemoryBudgetStore(time), userLimit, appLimit, isFair);
                run.CheckAsync(plans, isExact: true).GetAwaiter().GetResult();
            },
            iter: iterations);
}
