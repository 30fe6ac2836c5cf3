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
public readonly record struct BudgetKey(string Pool, BudgetScope Scope, string Subject, TimeSpan Window);
