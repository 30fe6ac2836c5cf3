using ApiGen.Budgets;

namespace ApiGen.Sandbox.Limits;

/// <summary>A limit that has no call left, and when it has one again.</summary>
internal sealed record LimitBreach(BudgetLimit Limit, DateTimeOffset FreeAt);
