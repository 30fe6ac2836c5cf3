namespace ApiGen.Generator.Model;

/// <summary>
/// At most <paramref name="Count"/> calls of a scope in any <paramref name="Seconds"/>; with no seconds, at once.
/// </summary>
internal sealed record LimitModel(LimitScope Scope, int Count, long Seconds, bool IsFair);
