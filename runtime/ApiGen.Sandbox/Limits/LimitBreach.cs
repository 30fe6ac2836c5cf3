using ApiGen.Budgets;

namespace ApiGen.Sandbox.Limits;

/// <summary>A limit that has no room for a call.</summary>
/// <param name="Owner">What it limits: an endpoint, by its name, or a pool.</param>
/// <param name="Limit">The limit.</param>
/// <param name="FreeAt">When it has room again; null for calls at once, which nobody knows the end of.</param>
internal sealed record LimitBreach(string Owner, BudgetLimit Limit, DateTimeOffset? FreeAt);
