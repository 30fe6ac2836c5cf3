namespace ApiGen.Generator.Model;

/// <summary>
/// A type as other files know it: its name, what it is, and the names of the types that its fields use, in ordinal
/// order.
/// </summary>
internal sealed record TypeName(string Name, TypeKind Kind, EquatableArray<string> Uses)
{
    public bool IsDeprecated { get; init; }
}
