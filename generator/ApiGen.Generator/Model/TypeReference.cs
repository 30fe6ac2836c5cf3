namespace ApiGen.Generator.Model;

/// <summary>A use of a type: a scalar, an object by name, or a list or map of another use.</summary>
internal abstract record TypeReference(bool IsNullable);

/// <summary>A use of a type of the language.</summary>
internal sealed record ScalarReference(ScalarKind Kind, bool IsNullable) : TypeReference(IsNullable);

/// <summary>A use of an object that some spec describes.</summary>
internal sealed record ObjectReference(string Name, bool IsNullable) : TypeReference(IsNullable);

/// <summary>A list of <paramref name="Element"/>.</summary>
internal sealed record ListReference(TypeReference Element, bool IsNullable) : TypeReference(IsNullable);

/// <summary>An object with any property names, each a <paramref name="Element"/>.</summary>
internal sealed record MapReference(TypeReference Element, bool IsNullable) : TypeReference(IsNullable);
