using ApiGen.Budgets;

namespace ApiGen.Sandbox.Limits;

/// <summary>
/// The slots of one subject's limit that are taken: a sliding log, so that no interval of the window's length ever
/// holds more than the count. A slot a whole window old is forgotten; one of a calendar, when its day or month is over;
/// one of calls at once, when its call is answered.
/// </summary>
internal sealed class CallLog(BudgetLimit limit)
{
    private readonly Queue<DateTimeOffset> _taken = [];

    public BudgetLimit Limit => limit;

    public bool IsAtOnce => limit.Window == TimeSpan.Zero;

    public bool Fits(int cost, DateTimeOffset now) => cost <= Left(now);

    public int Left(DateTimeOffset now)
    {
        while (!IsAtOnce && _taken.TryPeek(out DateTimeOffset oldest) && FreesAt(oldest) <= now)
        {
            _taken.Dequeue();
        }

        return limit.Count - _taken.Count;
    }

    /// <summary>
    /// When more slots than now are free, so many that the call fits; null for calls at once, which end when they end.
    /// </summary>
    public DateTimeOffset? FreeAt(int cost, DateTimeOffset now)
    {
        int missing = Math.Max(1, cost - Left(now));
        if (IsAtOnce || missing > limit.Count) return null;
        return FreesAt(_taken.Count == 0 ? now : _taken.ElementAt(missing - 1));
    }

    public void Take(int cost, DateTimeOffset now)
    {
        for (int i = 0; i < cost; i++) _taken.Enqueue(now);
    }

    /// <summary>Ends a call that counted as one of those at once.</summary>
    public void Release(int cost)
    {
        for (int i = 0; i < cost; i++) _taken.Dequeue();
    }

    private DateTimeOffset FreesAt(DateTimeOffset taken) => limit.Calendar?.EndOf(taken) ?? taken + limit.Window;
}
