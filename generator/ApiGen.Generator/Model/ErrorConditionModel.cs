namespace ApiGen.Generator.Model;

/// <summary>
/// What tells a failure: a property that is there, that has one of the values, or that has none of them.
/// </summary>
internal sealed record ErrorConditionModel(string Property, EquatableArray<string> Values, bool IsUnless);
