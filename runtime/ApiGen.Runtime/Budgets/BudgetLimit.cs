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
    /// <summary>Declares a limit that counts by days or months: at most so many calls in each of them.</summary>
    /// <param name="scope">Whose calls are counted together.</param>
    /// <param name="count">The number of calls that a day or a month holds; at least 1.</param>
    /// <param name="calendar">The days or months.</param>
    public BudgetLimit(BudgetScope scope, int count, BudgetCalendar calendar)
        : this(scope, count, (calendar ?? throw new ArgumentNullException(nameof(calendar))).Longest) =>
        Calendar = calendar;

    /// <summary>The days or months that are counted by; null where any interval of the window's length is.</summary>
    public BudgetCalendar? Calendar { get; }

    /// <summary>
    /// The parameters whose values are counted apart, one a line, as <c>channel_id</c>; null where all values count
    /// together. A call without one of them counts with those that leave it out as well.
    /// </summary>
    public string? ForEach { get; init; }

    /// <summary>
    /// Whether the users of an app share the limit fairly, so that none takes what others need; see
    /// <see cref="BudgetClaim.Part"/>.
    /// </summary>
    public bool IsFair { get; init; }
}
