using ApiGen.Budgets;
using ApiGen.CompilerServices;

namespace ApiGen.Sandbox.Limits;

/// <summary>
/// Enforces the declared limits as a server does: a call is counted when it arrives, by every limit of its endpoint or,
/// where one refuses it, by none. Not safe for concurrent use.
/// </summary>
internal sealed class LimitGate
{
    private readonly Dictionary<(string Endpoint, BudgetLimit Limit, string Subject), CallLog> _logs = [];

    public LimitBreach? Admit(EndpointDescriptor endpoint, string? user, string app, DateTimeOffset now)
    {
        List<CallLog> logs = [];
        LimitBreach? breach = null;
        foreach (BudgetLimit limit in endpoint.Limits)
        {
            string? subject = limit.Scope switch
            {
                BudgetScope.User => user,
                BudgetScope.AppToken => user is null ? app : null,
                _ => app,
            };
            if (subject is null) continue;

            CallLog log = LogOf((endpoint.Name, limit, subject));
            logs.Add(log);
            if (log.FullUntil(now) is not { } freeAt) continue;
            if (breach is null || freeAt > breach.FreeAt) breach = new(limit, freeAt);
        }

        if (breach is null) logs.ForEach(log => log.Add(now));
        return breach;
    }

    public void Clear() => _logs.Clear();

    private CallLog LogOf((string Endpoint, BudgetLimit Limit, string Subject) key)
    {
        if (!_logs.TryGetValue(key, out CallLog? log)) _logs.Add(key, log = new(key.Limit.Count, key.Limit.Window));
        return log;
    }
}
