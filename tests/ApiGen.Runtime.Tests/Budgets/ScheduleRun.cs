using ApiGen.Budgets;

namespace ApiGen.Runtime.Tests.Budgets;

/// <summary>Runs a schedule against a store, against the naive model, and against the server's count.</summary>
/// <param name="time">The machine's clocks.</param>
/// <param name="reopen">Makes the store, and makes it anew after a restart of the machine.</param>
/// <param name="userLimit">The users' limit; they have another, longer one.</param>
/// <param name="appLimit">The app's limit.</param>
/// <param name="isFair">Whether users share it fairly.</param>
internal sealed class ScheduleRun(
    SteppedTimeProvider time, Func<IBudgetStore> reopen, int userLimit, int appLimit, bool isFair)
{
    private static readonly TimeSpan OneTick = TimeSpan.FromTicks(1);
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(CallPlan.CallTimeout);

    private readonly PriorityQueue<ModelCall, TimeSpan> _underWay = new();
    private readonly ModelBudget _app =
        new(Claims.App(appLimit, TimeSpan.FromSeconds(24)).Key, appLimit, isFair);
    private readonly ModelBudget[][] _users =
        [.. Enumerable.Range(0, CallPlan.Users).Select(user => new ModelBudget[]
        {
            new(Claims.User($"{user}", userLimit, TimeSpan.FromSeconds(10)).Key, userLimit, isFair: false),
            new(Claims.User($"{user}", userLimit, TimeSpan.FromSeconds(20)).Key, userLimit + 2, isFair: false),
        })];

    private IBudgetStore _store = reopen();

    /// <summary>
    /// Checks that the server never counts more calls in a window than the limit and, where the clocks are right, that
    /// the store grants and refuses exactly as the model does.
    /// </summary>
    public async Task CheckAsync(CallPlan[] plans, bool isExact)
    {
        foreach (CallPlan plan in plans)
        {
            await AdvanceAsync(TimeSpan.FromSeconds(plan.Gap));
            if (plan.Restarts)
                Restart(plan);
            time.StepWall(TimeSpan.FromSeconds(plan.WallStep));
            await CallAsync(plan, isExact);
        }

        await AdvanceAsync(TimeSpan.FromMinutes(1));
        foreach (ModelBudget budget in _users.SelectMany(budgets => budgets).Append(_app))
            Assert.InRange(budget.MostInAWindow(), 0, budget.Limit);
    }

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
            Begin(new ModelCall(plan, decision.Reservation, budgets, time.Passed));
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
        time.Advance(TimeSpan.FromSeconds(plan.Takes));
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
