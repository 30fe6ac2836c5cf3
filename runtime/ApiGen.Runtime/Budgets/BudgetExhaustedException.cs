using System.Globalization;

namespace ApiGen.Budgets;

/// <summary>A budget has no slot for a call, or none within the time that it may wait. Nothing was sent.</summary>
public sealed class BudgetExhaustedException : Exception
{
    /// <summary>Reports a refused reservation.</summary>
    /// <param name="endpoint">The endpoint that was called, as <c>friendships/create</c>.</param>
    /// <param name="refusal">The budget that has no slot left.</param>
    /// <param name="now">The present moment, from which the message counts.</param>
    /// <param name="longestWait">How long the call may have waited for a slot.</param>
    public BudgetExhaustedException(
        string endpoint, BudgetRefusal refusal, DateTimeOffset now, TimeSpan longestWait = default)
        : base(Describe(endpoint, refusal, now, longestWait))
    {
        Endpoint = endpoint;
        State = refusal.State;
        Reason = refusal.Reason;
        ResumesAt = refusal.ResumesAt;
    }

    /// <summary>The endpoint that was called, as <c>friendships/create</c>.</summary>
    public string Endpoint { get; }

    /// <summary>The budget that refused: its scope, limit, window and use.</summary>
    public BudgetState State { get; }

    /// <summary>Why it refused: by this store's count or the loss of it, by the server's word, or for others.</summary>
    public BudgetRefusalReason Reason { get; }

    /// <summary>
    /// When the call could be made: every budget has what it takes, and the calls of this process that were waiting
    /// before it have been served.
    /// </summary>
    public DateTimeOffset ResumesAt { get; }

    private static string Describe(string endpoint, BudgetRefusal refusal, DateTimeOffset now, TimeSpan longestWait)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        string wait = longestWait == TimeSpan.Zero
            ? ""
            : $" That is longer than the call may wait, {BudgetText.Span(longestWait)}.";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Reasons(endpoint, refusal)} " +
            $"The next slot frees at {refusal.ResumesAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, " +
            $"in {BudgetText.Span(refusal.ResumesAt - now)}.{wait} Nothing was sent.");
    }

    private static string Reasons(string endpoint, BudgetRefusal refusal)
    {
        BudgetState state = refusal.State;
        string scope = BudgetText.Scope(state.Key.Scope);
        string subject = BudgetText.Subject(state.Key);
        string limit = state.Key.Window == TimeSpan.Zero
            ? $"{state.Limit} times at once per {subject}"
            : $"{state.Limit} times per {subject} {BudgetText.Window(state.Key)}";
        return refusal.Reason switch
        {
            BudgetRefusalReason.ServerWord =>
                $"The server said that {endpoint} is used up for this {scope} for now, though by the count here " +
                $"{state.Used} of {state.Limit} are used.",
            BudgetRefusalReason.FairShare =>
                $"{endpoint} may be called {limit}; this user has made {state.UsedByCaller} of the {state.Used} that " +
                $"are used, and the rest is kept for others.",
            BudgetRefusalReason.StateLost =>
                $"{endpoint} may be called {limit}, and the store has lost count of how many were: it grants none until " +
                "all that may have been lost is free again.",
            _ => state.Remaining > 0
                ? $"{endpoint} may be called {limit}, and too few are left for this call: {state.Remaining}."
                : $"{endpoint} may be called {limit}, and all are used.",
        };
    }
}
