using ApiGen.Budgets;

namespace ApiGen.Runtime.Tests.Budgets;

/// <summary>Runs a schedule against a store, against the naive model, and against the server's count.</summary>
/// <param name="time">The machine's clocks.</param>
/// <param name="reopen">Makes the store, and makes it anew after a restart of the machine.</param>
/// <param name="userLimit">The users' limit; they have another, longer one.</param>
/// <param name="appLimit">The app's limit.</param>
/// <param name="isFair">Whether users share it fairly.</param>
/// <param name="calendar">
/// What the app's limit and the users' other one count by, and times are hours then; null for windows, and seconds.
/// </param>
internal sealed class ScheduleRun(
    SteppedTimeProvider time,
    Func<IBudgetStore> reopen,
    int userLimit,
    int appLimit,
    bool isFair,
    BudgetCalendar? calendar = null)
{
    private static readonly TimeSpan OneTick = TimeSpan.FromTicks(1);

    private readonly PriorityQueue<ModelCall, TimeSpan> _underWay = new();
    private readonly ModelBudget _app = new(
        KeyOf(Claims.App(1), UnitOf(calendar) * 24, calendar), appLimit, isFair, time.Start);

    private readonly ModelBudget[][] _users =
        [.. Enumerable.Range(0, CallPlan.Users).Select(user => new ModelBudget[]
        {
            new(KeyOf(Claims.User($"{user}", 1), UnitOf(calendar) * 10, null), userLimit, isFair: false, time.Start),
            new(
                KeyOf(Claims.User($"{user}", 1), UnitOf(calendar) * 20, calendar),
                userLimit + 2,
                isFair: false,
                time.Start),
        })];

    private readonly TimeSpan _unit = UnitOf(calendar);
    private IBudgetStore _store = reopen();

    /// <summary>
    /// Checks that the server never counts more calls in a window than the limit and, where the clocks are right, that
    /// the store grants and refuses exactly as the model does.
    /// </summary>
    public async Task CheckAsync(CallPlan[] plans, bool isExact)
    {
        foreach (CallPlan plan in plans)
        {
            await AdvanceAsync(_unit * plan.Gap);
            if (plan.Restarts)
                Restart(plan);
            time.StepWall(_unit * plan.WallStep);
            await CallAsync(plan, isExact);
        }

        await AdvanceAsync(_unit * 60);
        foreach (ModelBudget budget in _users.SelectMany(budgets => budgets).Append(_app))
            Assert.InRange(budget.MostInAWindow(), 0, budget.Limit);
    }

    private TimeSpan CallTimeout => _unit * CallPlan.CallTimeout;

    private static TimeSpan UnitOf(BudgetCalendar? calendar) =>
        calendar is null ? TimeSpan.FromSeconds(1) : TimeSpan.FromHours(1);

    private static BudgetKey KeyOf(BudgetClaim claim, TimeSpan window, BudgetCalendar? calendar) =>
        claim.Key with { Window = calendar?.Longest ?? window, Calendar = calendar };

    private async Task CallAsync(CallPlan plan, bool isExact)
    {
        ModelBudget[] budgets = [_app, .. _users[plan.User]];
        BudgetClaim[] claims = [.. budgets.Select(budget => budget.ClaimOf(plan))];
        if (isExact)
            Assert.Equal(
                budgets.Select(budget => budget.StateFor(plan, time.Passed, WallAt)), await _store.ReadAsync(claims));
        BudgetDecision decision = await _store.ReserveAsync(claims, CallTimeout);
        if (isExact)
            CompareDecision(plan, budgets, decision);
        if (decision.IsGranted)
            Begin(new ModelCall(plan, decision.Reservation, budgets, time.Passed, _unit));
        else
            Assert.InRange(decision.Refusal.ResumesAt, Wall(OneTick), Wall(CallTimeout + _app.Key.Window));
    }

    private void Begin(ModelCall call)
    {
        foreach (ModelBudget budget in call.Budgets)
            budget.Take(call);
        if (call.Plan.Outcome is null)
            call.Abandon();
        else
            _underWay.Enqueue(call, call.End);
    }

    private async Task AdvanceAsync(TimeSpan by)
    {
        TimeSpan until = time.Passed + by;
        while (_underWay.TryPeek(out ModelCall? call, out TimeSpan end) && end <= until)
        {
            _underWay.Dequeue();
            time.Advance(end - time.Passed);
            await _store.SettleAsync(call.Reservation, call.Plan.Outcome!.Value, call.Words);
            call.Settle();
        }

        time.Advance(until - time.Passed);
    }

    private void Restart(CallPlan plan)
    {
        foreach ((ModelCall call, _) in _underWay.UnorderedItems)
            call.Abandon();
        _underWay.Clear();
        time.Advance(_unit * plan.Takes);
        time.Restart();
        _store = reopen();
    }

    private void CompareDecision(CallPlan plan, ModelBudget[] budgets, BudgetDecision decision)
    {
        TimeSpan grantsAt = budgets.Max(budget => budget.GrantsAt(plan, time.Passed));
        Assert.Equal(grantsAt <= time.Passed, decision.IsGranted);
        if (decision.IsGranted)
            return;
        Assert.Equal(WallAt(grantsAt), decision.Refusal.ResumesAt);
        Assert.Contains(
            decision.Refusal.State.Key,
            budgets.Where(budget => budget.GrantsAt(plan, time.Passed) == grantsAt).Select(budget => budget.Key));
    }

    private DateTimeOffset WallAt(TimeSpan moment) => Wall(moment - time.Passed);

    private DateTimeOffset Wall(TimeSpan ahead) => time.GetUtcNow() + ahead;
}
