using ApiGen.Budgets;

namespace ApiGen.Runtime.Tests.Budgets;

/// <summary>One budget, kept as naively as can be, and the server's own count beside it.</summary>
/// <param name="key">The budget.</param>
/// <param name="limit">The slots of a window.</param>
/// <param name="isFair">Whether users share it fairly.</param>
/// <param name="start">The moment from which times are counted.</param>
internal sealed class ModelBudget(BudgetKey key, int limit, bool isFair, DateTimeOffset start)
{
    private readonly List<ModelCall> _calls = [];
    private readonly List<TimeSpan> _counted = [];
    private readonly ModelWord _word = new();

    public BudgetKey Key => key;

    public int Limit => limit;

    public BudgetClaim ClaimOf(CallPlan plan) =>
        new(key, limit, Math.Min(plan.Cost, limit), isFair ? $"{plan.User}" : null);

    public void Take(ModelCall call)
    {
        _calls.Add(call);
        _word.Take(CostOf(call), call.Start);
    }

    public void GiveBack(ModelCall call, TimeSpan now)
    {
        _calls.Remove(call);
        if (now < call.Deadline)
            _word.GiveBack(CostOf(call), now);
    }

    public void Hear(ServerWord word, TimeSpan now) => _word.Hear(word, UnderWay(now), now);

    public BudgetState StateFor(CallPlan plan, TimeSpan now, Func<TimeSpan, DateTimeOffset> wall)
    {
        TimeSpan[] held = Held(now);
        int? left = _word.LeftAt(now);
        return new BudgetState(key, limit, held.Length, held.Length == 0 ? null : wall(held[0]))
        {
            UnderWay = UnderWay(now),
            UsedByCaller = isFair ? HeldBy(plan.User, now).Length : null,
            LeftByServer = left,
            ServerWordEnds = left is null ? null : wall(_word.Ends),
        };
    }

    /// <summary>From when a call can be granted; now or before, if it can.</summary>
    public TimeSpan GrantsAt(CallPlan plan, TimeSpan now)
    {
        TimeSpan[] inTheWay = isFair ? [.. Held(now), .. HeldBy(plan.User, now)] : Held(now);
        int cost = Math.Min(plan.Cost, limit);
        int excess = inTheWay.Length + cost - limit;
        TimeSpan bySlots = excess <= 0 ? now : inTheWay.Order().ElementAt(excess - 1);
        TimeSpan byWord = _word.LeftAt(now) < cost ? _word.Ends : now;
        return bySlots > byWord ? bySlots : byWord;
    }

    public void CountAtServer(ModelCall call, TimeSpan moment) =>
        _counted.AddRange(Enumerable.Repeat(moment, CostOf(call)));

    /// <summary>The most slots that the server counted in an interval of the window's length, or on one date.</summary>
    public int MostInAWindow() => _counted.Count switch
    {
        0 => 0,
        _ when key.Calendar is { } calendar => _counted
            .CountBy(moment => NaiveCalendar.PeriodOf(calendar, start + moment)).Max(period => period.Value),
        _ => _counted.Max(first => _counted.Count(moment => moment >= first && moment < first + key.Window)),
    };

    private int CostOf(ModelCall call) => Math.Min(call.Plan.Cost, limit);

    private int UnderWay(TimeSpan now) => _calls.Where(call => call.LastPossible > now).Sum(CostOf);

    private TimeSpan FreesAt(TimeSpan last) =>
        key.Calendar is { } calendar ? NaiveCalendar.EndOf(calendar, start + last) - start : last + key.Window;

    private TimeSpan[] Held(TimeSpan now) => Held(_calls, now);

    private TimeSpan[] HeldBy(int user, TimeSpan now) => Held(_calls.Where(call => call.Plan.User == user), now);

    private TimeSpan[] Held(IEnumerable<ModelCall> calls, TimeSpan now) =>
    [
        .. calls.SelectMany(call => Enumerable.Repeat(FreesAt(call.LastPossible), CostOf(call)))
            .Where(frees => frees > now)
            .Order(),
    ];
}
