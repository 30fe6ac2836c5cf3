namespace ApiGen.Budgets;

/// <summary>What became of a reserved call, and so how long its slots stay taken.</summary>
public enum BudgetOutcome
{
    /// <summary>
    /// The server answered. A slot frees one window after this moment, which is never before the server's own count.
    /// </summary>
    Completed,

    /// <summary>The request provably never left this machine. Its slots are free again at once.</summary>
    NeverSent,

    /// <summary>
    /// The server may have counted the call, now or until its deadline. A slot frees one window after the deadline, or
    /// one window after this moment if the deadline is past.
    /// </summary>
    Unknown,
}
