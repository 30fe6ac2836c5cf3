namespace ApiGen.Generator.Model;

/// <summary>
/// How parameters depend on each other. Each alternative is a set of one or more names, given whole or not at all.
/// </summary>
internal sealed record RuleModel(RuleKind Kind, EquatableArray<EquatableArray<string>> Alternatives);
