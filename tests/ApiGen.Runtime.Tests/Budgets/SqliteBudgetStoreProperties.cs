using ApiGen.Budgets;
using CsCheck;

namespace ApiGen.Runtime.Tests.Budgets;

public sealed class SqliteBudgetStoreProperties : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private int _files;

    [Fact]
    public void Any_schedule_keeps_the_limit_as_the_server_counts_and_is_refused_only_by_need() =>
        Check(CallPlan.Steady, isExact: true);

    [Fact]
    public void Steps_of_the_wall_clock_free_nothing_early_and_hold_nothing_longer_than_a_window_and_a_timeout() =>
        Check(CallPlan.Stepping, isExact: false);

    [Fact]
    public void Restarts_with_a_clock_that_is_right_or_behind_free_nothing_early() =>
        Check(CallPlan.Restarting, isExact: false);

    [Fact]
    public void Restarts_free_nothing_early_where_the_machines_runs_have_no_name() =>
        Check(CallPlan.Restarting, isExact: false, boot: "");

    [Fact]
    public void Processes_whose_monotonic_clocks_differ_free_nothing_early() =>
        Gen.Select(Gen.Int[-500, 500], Gen.Int[1, 4], Gen.Int[1, 10], Gen.Bool, CallPlan.Steady.Array[1, 60]).Sample(
            (skew, userLimit, appLimit, isFair, plans) => CheckOne(
                plans, isExact: false, userLimit, appLimit, isFair, boot: null, TimeSpan.FromSeconds(skew)),
            iter: 100);

    [Fact]
    public void Any_schedule_keeps_the_limit_of_every_day_and_month_whatever_the_clocks_of_the_zone_do() =>
        Gen.Select(CalendarPlan.Any, Gen.Int[1, 4], Gen.Int[1, 10], Gen.Bool, CallPlan.Steady.Array[1, 60]).Sample(
            (days, userLimit, appLimit, isFair, plans) =>
                CheckOne(
                    CalendarPlan.InTime(plans), isExact: true, userLimit, appLimit, isFair, boot: null, days: days),
            iter: 150);

    [Fact]
    public void A_restart_keeps_the_limit_of_every_day_and_month() =>
        Gen.Select(CalendarPlan.Any, Gen.Int[1, 4], Gen.Int[1, 10], Gen.Bool, CallPlan.Restarting.Array[1, 60]).Sample(
            (days, userLimit, appLimit, isFair, plans) => CheckOne(
                CalendarPlan.InTime(plans), isExact: false, userLimit, appLimit, isFair, boot: null, days: days),
            iter: 100);

    public void Dispose() => _folder.Dispose();

    private void Check(Gen<CallPlan> plan, bool isExact, string? boot = null) =>
        Gen.Select(Gen.Int[1, 4], Gen.Int[1, 10], Gen.Bool, plan.Array[1, 60]).Sample(
            (userLimit, appLimit, isFair, plans) => CheckOne(plans, isExact, userLimit, appLimit, isFair, boot),
            iter: 150);

    private void CheckOne(
        CallPlan[] plans, bool isExact, int userLimit, int appLimit, bool isFair, string? boot,
        TimeSpan? otherProcess = null, CalendarPlan? days = null)
    {
        string file = _folder.File($"{Interlocked.Increment(ref _files)}.db");
        SteppedTimeProvider time = days is null ? new() : new(days.Start);
        TimeProvider[] processes =
            otherProcess is { } skew ? [time, new SkewedTimeProvider(time, skew)] : [time];
        SqliteBudgetStore[] stores = [];
        var run = new ScheduleRun(time, Reopen, userLimit, appLimit, isFair, days?.Calendar);
        try
        {
            run.CheckAsync(plans, isExact).GetAwaiter().GetResult();
        }
        finally
        {
            Array.ForEach(stores, store => store.Dispose());
        }

        StoresByTurns Reopen()
        {
            Array.ForEach(stores, store => store.Dispose());
            stores = [.. processes.Select(clock => new SqliteBudgetStore(
                file, new() { TimeProvider = clock, Durability = SqliteDurability.ProcessKill }, boot ?? time.Boot))];
            return new StoresByTurns(stores);
        }
    }
}
