using ApiGen.Budgets;

namespace ApiGen.Runtime.Tests.Budgets;

/// <summary>A granted call of a schedule.</summary>
/// <param name="Plan">What it does.</param>
/// <param name="Reservation">What it settles.</param>
/// <param name="Budgets">What it draws on.</param>
/// <param name="Start">When it was reserved.</param>
/// <param name="Unit">The unit of the times of the plan.</param>
internal sealed record ModelCall(
    CallPlan Plan, BudgetReservation Reservation, ModelBudget[] Budgets, TimeSpan Start, TimeSpan Unit)
{
    public TimeSpan Deadline => Start + (Unit * CallPlan.CallTimeout);

    /// <summary>When the caller knows the outcome.</summary>
    public TimeSpan End => Start + (Unit * Plan.Takes);

    /// <summary>The last moment at which the server may count it, as far as the caller knows.</summary>
    public TimeSpan LastPossible { get; private set; } = Start + (Unit * CallPlan.CallTimeout);

    /// <summary>What the server says with the answer of the first of the call's budgets.</summary>
    public ServerWord[]? Words =>
        Plan.Outcome == BudgetOutcome.Completed && Plan.Left is { } left
            ? [new ServerWord(Budgets[0].Key, left, Unit * (1 + Plan.Takes))]
            : null;

    public void Settle()
    {
        if (Plan.Outcome == BudgetOutcome.NeverSent)
        {
            foreach (ModelBudget budget in Budgets)
                budget.GiveBack(this, End);
            return;
        }

        TimeSpan last = Plan.Outcome == BudgetOutcome.Completed || End > Deadline ? End : Deadline;
        LastPossible = last;
        CountAtServer(last);
        foreach (ServerWord word in Words ?? [])
            Budgets[0].Hear(word, End);
    }

    /// <summary>The call is never settled: its process died, or forgot it.</summary>
    public void Abandon() => CountAtServer(Deadline);

    private void CountAtServer(TimeSpan last)
    {
        foreach (ModelBudget budget in Budgets)
            budget.CountAtServer(this, Start + ((last - Start) * Plan.CountedAt));
    }
}
