using ApiGen.Generator.Model;

namespace ApiGen.Generator.Emit;

/// <summary>Writes a use of a type: as a C# type, and as the expression that reads it.</summary>
internal sealed class TypeText(ResolvedSpec spec)
{
    /// <summary>The C# type.</summary>
    public string Type(TypeReference type)
    {
        string name = type switch
        {
            ScalarReference scalar => Scalar(scalar.Kind),
            ListReference list => $"{RuntimeNames.ReadOnlyList}<{Type(list.Element)}>",
            MapReference map => $"{RuntimeNames.ReadOnlyDictionary}<string, {Type(map.Element)}>",
            _ => Qualified(type.UsedName!),
        };
        return type.IsNullable ? name + "?" : name;
    }

    /// <summary>The expression that reads a value from a cursor called json.</summary>
    /// <param name="type">The type of the value.</param>
    /// <param name="dates">The expression of how dates are written, or null if as usual.</param>
    public string Read(TypeReference type, string? dates = null)
    {
        if (type is ScalarReference scalar) return ReadScalar(scalar, dates);
        string read = type switch
        {
            ListReference list => $"json.ReadList<{Type(list.Element)}>({Reader(list.Element, dates)})",
            MapReference map => $"json.ReadMap<{Type(map.Element)}>({Reader(map.Element, dates)})",
            EnumerationReference enumeration => $"new {Qualified(enumeration.Name)}(json.ReadString())",
            _ => $"{Qualified(type.UsedName!)}.Read(ref json)",
        };
        return type.IsNullable ? $"json.ReadNull() ? null : {read}" : read;
    }

    /// <summary>A delegate that reads a value.</summary>
    public string Reader(TypeReference type, string? dates = null) => type is ObjectReference { IsNullable: false } reference
        ? $"{Qualified(reference.Name)}.Read"
        : $"static (ref {RuntimeNames.JsonCursor} json) => {Read(type, dates)}";

    /// <summary>The C# type of a scalar.</summary>
    public static string Scalar(ScalarKind kind) => kind switch
    {
        ScalarKind.String => "string",
        ScalarKind.Bool => "bool",
        ScalarKind.Int32 => "int",
        ScalarKind.Int64 => "long",
        ScalarKind.Double => "double",
        ScalarKind.Decimal => "decimal",
        ScalarKind.Date => RuntimeNames.DateOnly,
        ScalarKind.DateTime => RuntimeNames.DateTimeOffset,
        _ => RuntimeNames.JsonElement,
    };

    /// <summary>Qualified because a property may have the name of another type.</summary>
    public string Qualified(string name) => $"global::{spec.Namespace}.{name}";

    private string ReadScalar(ScalarReference scalar, string? dates)
    {
        string orNull = scalar.IsNullable ? "OrNull" : "";
        return scalar.Kind switch
        {
            ScalarKind.String => $"json.ReadString{orNull}()",
            ScalarKind.Bool => $"json.ReadBoolean{orNull}()",
            ScalarKind.Int32 => $"json.ReadInt32{orNull}()",
            ScalarKind.Int64 => $"json.ReadInt64{orNull}()",
            ScalarKind.Double => $"json.ReadDouble{orNull}()",
            ScalarKind.Decimal => $"json.ReadDecimal{orNull}()",
            ScalarKind.Date => $"json.ReadDate{orNull}({dates})",
            ScalarKind.DateTime => $"json.ReadDateTime{orNull}({dates ?? Qualified(spec.ApiName + "Api") + ".Dates"})",
            _ => $"json.ReadJson{orNull}()",
        };
    }
}
