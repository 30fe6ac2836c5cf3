using ApiGen.Budgets;
using ApiGen.CompilerServices;

namespace ApiGen.Sandbox.Limits;

/// <summary>
/// Enforces the declared limits as a server does: a call is counted when it arrives, by every limit of its endpoint and
/// its pools or, where one refuses it, by none. Not safe for concurrent use.
/// </summary>
internal sealed class LimitGate
{
    private readonly Dictionary<(string Owner, BudgetLimit Limit, string Subject), CallLog> _logs = [];
    private readonly Dictionary<SandboxRequest, (List<CallLog> Logs, int Cost)> _underWay = [];

    /// <summary>Counts a call by whom it was signed for, or says what refuses it.</summary>
    public Admission Admit(SandboxRequest request, EndpointDescriptor endpoint)
    {
        DateTimeOffset now = request.Arrived;
        LimitBreach? breach = null;
        List<CallLog> logs = [];
        foreach ((string owner, BudgetLimit limit) in LimitsOf(endpoint))
        {
            if (SubjectOf(limit, request) is not { } subject) continue;

            CallLog log = LogOf((owner, limit, subject));
            logs.Add(log);
            if (log.Fits(endpoint.Cost, now)) continue;

            DateTimeOffset? freeAt = log.FreeAt(endpoint.Cost, now);
            if (breach is null || freeAt > (breach.FreeAt ?? now)) breach = new(owner, limit, freeAt);
        }

        if (breach is null)
        {
            logs.ForEach(log => log.Take(endpoint.Cost, now));
            List<CallLog> atOnce = logs.FindAll(log => log.IsAtOnce);
            if (atOnce.Count > 0) _underWay.Add(request, (atOnce, endpoint.Cost));
        }

        return new(breach, Reports(endpoint.Api.LimitHeaders, logs, now));
    }

    /// <summary>Ends a call; ending it again changes nothing.</summary>
    public void Leave(SandboxRequest request)
    {
        if (_underWay.Remove(request, out (List<CallLog> Logs, int Cost) call))
        {
            call.Logs.ForEach(log => log.Release(call.Cost));
        }
    }

    public void Clear()
    {
        _logs.Clear();
        _underWay.Clear();
    }

    private static string? SubjectOf(BudgetLimit limit, SandboxRequest request)
    {
        string? subject = limit.Scope switch
        {
            BudgetScope.User => request.User,
            BudgetScope.AppToken => request.User is null ? request.App : null,
            // Whoever reaches the sandbox is on this machine.
            BudgetScope.Ip => "",
            _ => request.App,
        };
        return subject is null || limit.ForEach is not { } names
            ? subject
            : string.Join('\n', names.Split('\n').Select(ValueOf).Prepend(subject));

        // With its length, so that no two lists of values are one text.
        string ValueOf(string name) =>
            request.Parameters.TryGetValue(name, out string? value) ? $"{value.Length}:{value}" : "";
    }

    // An endpoint's name has a slash in it, and these words for a pool have none.
    private static IEnumerable<(string Owner, BudgetLimit Limit)> LimitsOf(EndpointDescriptor endpoint) =>
        endpoint.Limits.Select(limit => (endpoint.Name, limit)).Concat(
            endpoint.Pools.SelectMany(pool => pool.Limits.Select(limit => ($"the pool {pool.Name}", limit))));

    /// <summary>What each set of headers says of the tightest limit that it is for.</summary>
    private static List<LimitReport> Reports(LimitHeaders[] headers, List<CallLog> logs, DateTimeOffset now)
    {
        List<LimitReport> reports = [];
        foreach (LimitHeaders names in headers)
        {
            CallLog? log = logs
                .Where(log => !log.IsAtOnce
                    && (names.Scope ?? log.Limit.Scope) == log.Limit.Scope
                    && (names.Window ?? log.Limit.Window) == log.Limit.Window)
                .MinBy(log => log.Left(now));
            if (log?.FreeAt(cost: 0, now) is { } reset)
            {
                reports.Add(new(names, log.Limit.Count, log.Left(now), reset));
            }
        }

        return reports;
    }

    private CallLog LogOf((string Owner, BudgetLimit Limit, string Subject) key)
    {
        if (!_logs.TryGetValue(key, out CallLog? log)) _logs.Add(key, log = new(key.Limit));
        return log;
    }
}
