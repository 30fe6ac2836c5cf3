using ApiGen.Budgets;
using ApiGen.Redis.Tests.Servers;
using ApiGen.Runtime.Tests.Budgets;
using CsCheck;

namespace ApiGen.Redis.Tests;

public sealed class RedisBudgetStoreProperties(GarnetFixture server) : IClassFixture<GarnetFixture>
{
    [Fact]
    public void Any_schedule_keeps_the_limit_as_the_server_counts_and_is_refused_only_by_need() =>
        Check(CallPlan.Steady, isExact: true);

    [Fact]
    public void Steps_of_the_servers_clock_free_nothing_early_while_a_process_runs() =>
        Check(CallPlan.Stepping, isExact: false);

    [Fact]
    public void Processes_that_start_anew_free_nothing_early_while_the_servers_clock_is_right_or_behind() =>
        Check(CallPlan.Restarting, isExact: false);

    [Fact]
    public void Any_schedule_keeps_the_limit_of_every_day_and_month_whatever_the_clocks_of_the_zone_do() =>
        Gen.Select(CalendarPlan.Any, Gen.Int[1, 4], Gen.Int[1, 10], Gen.Bool, CallPlan.Steady.Array[1, 40]).Sample(
            (days, userLimit, appLimit, isFair, plans) =>
                CheckOne(CalendarPlan.InTime(plans), isExact: true, userLimit, appLimit, isFair, days),
            iter: 60);

    private void Check(Gen<CallPlan> plan, bool isExact) =>
        Gen.Select(Gen.Int[1, 4], Gen.Int[1, 10], Gen.Bool, plan.Array[1, 40]).Sample(
            (userLimit, appLimit, isFair, plans) => CheckOne(plans, isExact, userLimit, appLimit, isFair),
            iter: 60);

    private void CheckOne(
        CallPlan[] plans, bool isExact, int userLimit, int appLimit, bool isFair, CalendarPlan? days = null)
    {
        string prefix = TestStore.NewPrefix();
        SteppedTimeProvider time = days is null ? new() : new(days.Start);
        RedisBudgetStore? store = null;
        try
        {
            var run = new ScheduleRun(time, Reopen, userLimit, appLimit, isFair, days?.Calendar);
            run.CheckAsync(plans, isExact).GetAwaiter().GetResult();
        }
        finally
        {
            store?.Dispose();
        }

        RedisBudgetStore Reopen()
        {
            store?.Dispose();
            return store = TestStore.Open(server.EndPoint, time, prefix);
        }
    }
}
