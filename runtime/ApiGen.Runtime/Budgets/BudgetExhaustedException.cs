using System.Globalization;

namespace ApiGen.Budgets;

/// <summary>A declared budget has no slot left. Nothing was sent.</summary>
public sealed class BudgetExhaustedException : Exception
{
    /// <summary>Reports a refused reservation.</summary>
    /// <param name="endpoint">The endpoint that was called, as <c>friendships/create</c>.</param>
    /// <param name="refusal">The budget that has no slot left.</param>
    /// <param name="now">The present moment, from which the message counts.</param>
    public BudgetExhaustedException(string endpoint, BudgetRefusal refusal, DateTimeOffset now)
        : base(Describe(endpoint, refusal, now))
    {
        Endpoint = endpoint;
        State = refusal.State;
        ResumesAt = refusal.ResumesAt;
    }

    /// <summary>The endpoint that was called, as <c>friendships/create</c>.</summary>
    public string Endpoint { get; }

    /// <summary>The budget that refused: its scope, limit, window and use.</summary>
    public BudgetState State { get; }

    /// <summary>When a slot is free in every budget of the call, if nobody else takes it first.</summary>
    public DateTimeOffset ResumesAt { get; }

    private static string Describe(string endpoint, BudgetRefusal refusal, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        BudgetState state = refusal.State;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{endpoint} may be called {state.Limit} times per {BudgetText.Scope(state.Key.Scope)} in {BudgetText.Span(state.Key.Window)}, " +
            $"and all are used. " +
            $"The next slot frees at {refusal.ResumesAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, " +
            $"in {BudgetText.Span(refusal.ResumesAt - now)}. Nothing was sent.");
    }
}
