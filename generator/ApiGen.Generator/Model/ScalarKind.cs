namespace ApiGen.Generator.Model;

/// <summary>The types of the language that aren't made of others.</summary>
internal enum ScalarKind
{
    String,
    Bool,
    Int32,
    Int64,
    Double,
    Decimal,
    Date,
    DateTime,
    Json,
}
