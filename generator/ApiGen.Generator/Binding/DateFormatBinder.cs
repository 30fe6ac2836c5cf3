using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>Binds the <c>format</c> of a date or time, of a parameter or a field.</summary>
internal static class DateFormatBinder
{
    /// <summary>The format, or null where the type's usual one holds.</summary>
    public static string? Bind(MapReader reader, TypeReference? type, DiagnosticBag diagnostics)
    {
        ScalarKind? kind = KindOf(type);
        if (type is not null && kind is not (ScalarKind.Date or ScalarKind.DateTime))
        {
            reader.Refuse("format", "only what is of the type date or date-time has one");
            return null;
        }

        YamlScalar? scalar = reader.OptionalText("format");
        if (scalar is null || kind is null) return null;
        string? problem = kind == ScalarKind.Date
            ? DatePatterns.FindDayProblem(scalar.Value)
            : DatePatterns.FindProblem(scalar.Value);
        if (problem is null) return scalar.Value;
        diagnostics.Report(DiagnosticDescriptors.WrongShape, scalar.Span, "format", problem);
        return null;
    }

    /// <summary>The kind of a scalar, of a list's items or of a map's values; null if they are none.</summary>
    private static ScalarKind? KindOf(TypeReference? type) => type switch
    {
        ScalarReference scalar => scalar.Kind,
        ListReference list => KindOf(list.Element),
        MapReference map => KindOf(map.Element),
        _ => null,
    };
}
