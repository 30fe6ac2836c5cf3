namespace ApiGen.Budgets;

/// <summary>
/// One declared limit: in every interval of length <paramref name="Window"/>, at most <paramref name="Count"/>
/// calls of the <paramref name="Scope"/> may reach the server.
/// </summary>
/// <param name="Scope">Whose calls are counted together.</param>
/// <param name="Count">The number of calls that a window holds; at least 1.</param>
/// <param name="Window">
/// The length of the window. Zero limits the calls under way: no more than the count at once.
/// </param>
public readonly record struct BudgetLimit(BudgetScope Scope, int Count, TimeSpan Window)
{
    /// <summary>
    /// Whether the users of an app share the limit fairly, so that none takes what others need; see
    /// <see cref="BudgetClaim.Part"/>.
    /// </summary>
    public bool IsFair { get; init; }
}
