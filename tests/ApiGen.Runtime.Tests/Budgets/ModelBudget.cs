using ApiGen.Budgets;

namespace ApiGen.Runtime.Tests.Budgets;

/// <summary>One budget, kept as naively as can be, and the server's own count beside it.</summary>
internal sealed class ModelBudget(BudgetClaim claim)
{
    private readonly List<ModelCall> _calls = [];
    private readonly List<TimeSpan> _counted = [];

    public BudgetClaim Claim => claim;

    public void Take(ModelCall call) => _calls.Add(call);

    public void GiveBack(ModelCall call) => _calls.Remove(call);

    public TimeSpan[] Held(TimeSpan now) =>
        [.. _calls.Select(call => call.LastPossible + claim.Key.Window).Where(frees => frees > now).Order()];

    public bool Refuses(TimeSpan now) => Held(now).Length >= claim.Limit;

    public TimeSpan ResumesAt(TimeSpan now)
    {
        TimeSpan[] held = Held(now);
        return held[held.Length - claim.Limit];
    }

    public void CountAtServer(TimeSpan moment) => _counted.Add(moment);

    /// <summary>The most calls that the server counted in an interval of the window's length.</summary>
    public int MostInAWindow() =>
        _counted.Count == 0
            ? 0
            : _counted.Max(start => _counted.Count(moment => moment >= start && moment < start + claim.Key.Window));
}
