using ApiGen.Budgets;

namespace ApiGen.Runtime.Tests.Budgets;

/// <summary>A granted call of a schedule.</summary>
/// <param name="Plan">What it does.</param>
/// <param name="Reservation">What it settles.</param>
/// <param name="Budgets">What it draws on.</param>
/// <param name="Start">When it was reserved.</param>
internal sealed record ModelCall(CallPlan Plan, BudgetReservation Reservation, ModelBudget[] Budgets, TimeSpan Start)
{
    public TimeSpan Deadline => Start + TimeSpan.FromSeconds(CallPlan.CallTimeout);

    /// <summary>When the caller knows the outcome.</summary>
    public TimeSpan End => Start + TimeSpan.FromSeconds(Plan.Takes);

    /// <summary>The last moment at which the server may count it, as far as the caller knows.</summary>
    public TimeSpan LastPossible { get; private set; } = Start + TimeSpan.FromSeconds(CallPlan.CallTimeout);

    public void Settle()
    {
        if (Plan.Outcome == BudgetOutcome.NeverSent)
        {
            foreach (ModelBudget budget in Budgets)
                budget.GiveBack(this);
            return;
        }

        TimeSpan last = Plan.Outcome == BudgetOutcome.Completed || End > Deadline ? End : Deadline;
        LastPossible = last;
        CountAtServer(last);
    }

    /// <summary>The call is never settled: its process died, or forgot it.</summary>
    public void Abandon() => CountAtServer(Deadline);

    private void CountAtServer(TimeSpan last)
    {
        foreach (ModelBudget budget in Budgets)
            budget.CountAtServer(Start + ((last - Start) * Plan.CountedAt));
    }
}
