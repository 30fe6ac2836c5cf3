namespace ApiGen.Budgets;

/// <summary>Names one counted quantity in a store: who calls, and what.</summary>
/// <param name="Pool">
/// What is called: the endpoint, as <c>Twitter/friendships/create</c>, or a pool that several endpoints draw on.
/// </param>
/// <param name="Scope">Whose calls are counted together.</param>
/// <param name="Subject">
/// Who that is: a user id, or the hash of a consumer key or token. Never a secret, never a token itself.
/// </param>
/// <param name="Window">
/// The length of the window, which tells two limits of one scope apart. Zero counts the calls under way: a slot frees
/// with the answer.
/// </param>
public readonly record struct BudgetKey(string Pool, BudgetScope Scope, string Subject, TimeSpan Window)
{
    /// <summary>
    /// The days or months that are counted by, with <see cref="BudgetCalendar.Longest"/> as the window; null where any
    /// interval of the window's length is. A store that doesn't look at it keeps to a longer window than need be.
    /// </summary>
    public BudgetCalendar? Calendar { get; init; }

    /// <summary>
    /// The parameters whose values are counted apart, one a line; null where all values count together. The values are
    /// part of <see cref="Subject"/>, hashed.
    /// </summary>
    public string? ForEach { get; init; }

    /// <summary>When a slot frees whose call the server counted at a moment or before.</summary>
    /// <param name="last">The moment: when the call was answered, or its deadline.</param>
    /// <exception cref="TimeZoneNotFoundException">This system doesn't know the zone of the calendar.</exception>
    public DateTimeOffset FreesAt(DateTimeOffset last) => Calendar?.EndOf(last) ?? last + Window;
}
