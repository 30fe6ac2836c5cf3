using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ApiGen.Budgets;

/// <summary>Counts what becomes of calls' budgets, in the meter <c>ApiGen</c>.</summary>
internal static class BudgetMeter
{
    private static readonly Meter Meter = new("ApiGen");

    private static readonly Counter<long> Grants = Meter.CreateCounter<long>(
        "apigen.budget.granted", "{call}", "Calls whose budgets had the slots they take.");

    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>(
        "apigen.budget.refused", "{call}", "Calls that were not sent, because a budget had no slot left.");

    private static readonly Counter<long> Outcomes = Meter.CreateCounter<long>(
        "apigen.budget.settled", "{call}", "Calls by what became of them: completed, never_sent or unknown.");

    private static readonly UpDownCounter<long> Waiting = Meter.CreateUpDownCounter<long>(
        "apigen.budget.waiting", "{call}", "Calls that wait for a slot now.");

    private static readonly Histogram<double> Waits = Meter.CreateHistogram<double>(
        "apigen.budget.wait", "s", "How long calls waited for a slot, those that waited in vain among them.");

    private static readonly Counter<long> Uncounted = Meter.CreateCounter<long>(
        "apigen.budget.uncounted", "{call}", "Calls sent without a count, because the store could not be used.");

    public static void Granted(string endpoint) => Count(Grants, endpoint);

    public static void Refused(string endpoint, BudgetState state)
    {
        if (!Refusals.Enabled) return;
        TagList tags = TagsOf(endpoint);
        tags.Add("apigen.scope", BudgetText.Scope(state.Key.Scope));
        Refusals.Add(1, tags);
    }

    public static void Settled(string endpoint, BudgetOutcome outcome)
    {
        if (!Outcomes.Enabled) return;
        TagList tags = TagsOf(endpoint);
        tags.Add("apigen.outcome", outcome switch
        {
            BudgetOutcome.Completed => "completed",
            BudgetOutcome.NeverSent => "never_sent",
            _ => "unknown",
        });
        Outcomes.Add(1, tags);
    }

    public static void BeganToWait(string endpoint) => Waiting.Add(1, TagsOf(endpoint));

    public static void Waited(string endpoint, TimeSpan span)
    {
        Waiting.Add(-1, TagsOf(endpoint));
        Waits.Record(span.TotalSeconds, TagsOf(endpoint));
    }

    public static void SentUncounted(string endpoint) => Count(Uncounted, endpoint);

    private static void Count(Counter<long> counter, string endpoint)
    {
        if (counter.Enabled) counter.Add(1, TagsOf(endpoint));
    }

    private static TagList TagsOf(string endpoint) => new() { { "apigen.endpoint", endpoint } };
}
