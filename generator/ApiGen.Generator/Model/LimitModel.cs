namespace ApiGen.Generator.Model;

/// <summary>At most <paramref name="Count"/> calls of a scope in any <paramref name="Seconds"/>.</summary>
internal sealed record LimitModel(LimitScope Scope, int Count, long Seconds);
