using System.Collections.Concurrent;
using System.Globalization;
using ApiGen.Budgets;
using ApiGen.CompilerServices;

namespace ApiGen.Pipeline.Words;

/// <summary>Tells, once a limit, where a server and a spec disagree.</summary>
/// <param name="api">The API.</param>
/// <param name="tell">Whom to tell, or null.</param>
internal sealed class LimitMismatches(ApiDescriptor api, Action<LimitMismatch>? tell)
{
    private readonly ConcurrentDictionary<(string Pool, BudgetLimit Declared, int Reported), bool> _told = new();

    public void Compare(EndpointDescriptor endpoint, IReadOnlyList<BudgetClaim> claims, IReadOnlyList<LimitReport> reports)
    {
        if (tell is null) return;
        foreach (LimitReport report in reports)
        {
            if (report.Limit is not { } reported || report.FindIn(claims) is not { } claim || claim.Limit == reported)
                continue;
            BudgetLimit declared = claim.Key.Calendar is { } calendar
                ? new(claim.Key.Scope, claim.Limit, calendar)
                : new(claim.Key.Scope, claim.Limit, claim.Key.Window);
            declared = declared with { IsFair = claim.Part is not null, ForEach = claim.Key.ForEach };
            if (!_told.TryAdd((claim.Key.Pool, declared, reported), true)) continue;
            string change = Change(claim, declared, reported);
            tell(new LimitMismatch(endpoint.Name, declared, reported, report.Header, change));
        }
    }

    private string Change(BudgetClaim claim, BudgetLimit declared, int reported)
    {
        string name = claim.Key.Pool[(api.Name.Length + 1)..];
        string document = name.Contains('/', StringComparison.Ordinal)
            ? $"the document \"endpoint: {name}\" of {api.Name}"
            : $"pool {name} of the document \"api: {api.Name}\"";
        string scope = declared.Scope switch
        {
            BudgetScope.User => "user",
            BudgetScope.AppToken => "app-token",
            BudgetScope.Ip => "ip",
            _ => "app",
        };
        string time = declared.Calendar is { } calendar
            ? $"calendar: {(calendar.Period == CalendarPeriod.Day ? "day" : "month")}"
            : $"window: {Window(declared.Window)}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"In {document}, change \"per: {scope}, count: {declared.Count}, {time}\" " +
            $"to \"count: {reported}\".");
    }

    // In the largest unit that is whole, as a spec would have it; days of 24 h are written as hours.
    private static string Window(TimeSpan window) => window switch
    {
        _ when window.Ticks % TimeSpan.TicksPerDay == 0 && window.TotalDays > 1 => $"{window.TotalDays:0}d",
        _ when window.Ticks % TimeSpan.TicksPerHour == 0 => $"{window.TotalHours:0}h",
        _ when window.Ticks % TimeSpan.TicksPerMinute == 0 => $"{window.TotalMinutes:0}m",
        _ => $"{window.TotalSeconds:0}s",
    };
}
