namespace ApiGen.Generator.Model;

/// <summary>A use of a type: a scalar, a described type by name, or a list or map of another use.</summary>
internal abstract record TypeReference(bool IsNullable)
{
    /// <summary>How a spec writes it, without a question mark. Two uses of one notation have one C# type.</summary>
    public abstract string Notation { get; }

    /// <summary>The name of the described type that it uses, or null if it uses none.</summary>
    public abstract string? UsedName { get; }
}

/// <summary>A use of a type of the language.</summary>
internal sealed record ScalarReference(ScalarKind Kind, bool IsNullable) : TypeReference(IsNullable)
{
    public override string Notation =>
        Kind == ScalarKind.DateTime ? "date-time" : Kind.ToString().ToLowerInvariant();

    public override string? UsedName => null;
}

/// <summary>A use of an object that some spec describes; until names are resolved, of any described type.</summary>
internal sealed record ObjectReference(string Name, bool IsNullable) : TypeReference(IsNullable)
{
    public override string Notation => Name;

    public override string? UsedName => Name;
}

/// <summary>A use of an enumeration that some spec describes.</summary>
internal sealed record EnumerationReference(string Name, bool IsNullable) : TypeReference(IsNullable)
{
    public override string Notation => Name;

    public override string? UsedName => Name;
}

/// <summary>A list of <paramref name="Element"/>.</summary>
internal sealed record ListReference(TypeReference Element, bool IsNullable) : TypeReference(IsNullable)
{
    public override string Notation => Element.Notation + "[]";

    public override string? UsedName => Element.UsedName;
}

/// <summary>An object with any property names, each a <paramref name="Element"/>.</summary>
internal sealed record MapReference(TypeReference Element, bool IsNullable) : TypeReference(IsNullable)
{
    public override string Notation => Element.Notation + "{}";

    public override string? UsedName => Element.UsedName;
}
