namespace ApiGen.Generator.Model;

/// <summary>What a type document describes.</summary>
internal enum TypeKind
{
    Object,
    Enumeration,
}
