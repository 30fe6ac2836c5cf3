namespace ApiGen.Budgets;

/// <summary>
/// How budgets go on if calls are made as soon as they allow, are answered at once, and nobody else calls.
/// </summary>
internal sealed class BudgetForecast
{
    private readonly ForecastBudget[] _budgets;
    private DateTimeOffset _now;

    /// <summary>Begins with what is taken now.</summary>
    /// <param name="logs">The budgets.</param>
    /// <param name="costs">The slots that a call takes of each.</param>
    /// <param name="now">The present moment.</param>
    public BudgetForecast(IReadOnlyList<BudgetLog> logs, IReadOnlyList<int> costs, DateTimeOffset now)
    {
        _budgets = [.. logs.Select((log, i) => new ForecastBudget(log, costs[i]))];
        _now = now;
    }

    /// <summary>When the first and the last of some calls are made.</summary>
    public static (DateTimeOffset First, DateTimeOffset Last) Of(
        IReadOnlyList<BudgetLog> logs, IReadOnlyList<int> costs, DateTimeOffset now, int calls)
    {
        var forecast = new BudgetForecast(logs, costs, now);
        DateTimeOffset first = forecast.Next();
        DateTimeOffset last = first;
        for (int call = 1; call < calls; call++)
            last = forecast.Next();
        return (first, last);
    }

    /// <summary>When a slot of one budget can be taken, if those before it are taken as soon as can be.</summary>
    /// <param name="log">The budget.</param>
    /// <param name="index">The number of slots before it.</param>
    /// <param name="now">The present moment.</param>
    public static DateTimeOffset SlotAt(BudgetLog log, int index, DateTimeOffset now)
    {
        // What is taken at a moment is free again a window later, and so every window is like the one before.
        BudgetState state = log.State;
        int taken = (index % state.Limit) + state.Used - state.Limit;
        DateTimeOffset moment = taken < 0 ? now : log.Frees[taken];
        for (int window = 0; window < index / state.Limit; window++)
            moment = state.Key.FreesAt(moment);
        return moment;
    }

    /// <summary>Makes a call, and tells when.</summary>
    public DateTimeOffset Next()
    {
        // Each budget may put it off, and so past a moment that suited another, until one suits all.
        bool isPutOff;
        do
        {
            isPutOff = false;
            foreach (ForecastBudget budget in _budgets)
            {
                DateTimeOffset moment = budget.FirstFrom(_now);
                isPutOff |= moment > _now;
                _now = moment;
            }
        }
        while (isPutOff);

        foreach (ForecastBudget budget in _budgets)
            budget.Take(_now);
        return _now;
    }
}
