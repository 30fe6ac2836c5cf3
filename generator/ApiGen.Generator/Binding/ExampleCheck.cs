using System.Collections.Generic;
using System.Linq;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>Holds a type's example to the fields that its own file declares.</summary>
internal static class ExampleCheck
{
    public static void Run(
        YamlMapping example, string typeName, IReadOnlyList<FieldModel> fields, DiagnosticBag diagnostics)
    {
        foreach (YamlEntry entry in example.Entries)
        {
            string key = entry.Key.Value;
            FieldModel? field = fields.FirstOrDefault(field => field.Name == key);
            if (field is null)
            {
                string suggestion = Suggestions.DidYouMean(key, fields.Select(field => field.Name));
                diagnostics.Report(DiagnosticDescriptors.UnknownField, entry.Key.Span, key, typeName, suggestion);
            }
            else if (!Fits(entry.Value, field.Type))
            {
                diagnostics.Report(DiagnosticDescriptors.ExampleMisfit, entry.Value.Span, key, Describe(field.Type));
            }
        }

        foreach (FieldModel field in fields)
        {
            if (field.Type.IsNullable || example.Find(field.Name) is not null) continue;
            diagnostics.Report(
                DiagnosticDescriptors.MissingKey, example.Span, $"The example of {typeName}", field.Name);
        }
    }

    /// <summary>Whether a value can be one of the type, as far as one file knows the type.</summary>
    public static bool Fits(YamlNode value, TypeReference type)
    {
        if (ExampleText.IsNull(value)) return type.IsNullable;
        return type switch
        {
            ListReference list =>
                value is YamlSequence sequence && sequence.Items.All(item => Fits(item, list.Element)),
            MapReference map => value is YamlMapping mapping && mapping.Entries.All(e => Fits(e.Value, map.Element)),
            ObjectReference => value is YamlMapping,
            ScalarReference { Kind: ScalarKind.Json } => true,
            ScalarReference scalar => value is YamlScalar text && ScalarText.Fits(text.Value, scalar.Kind),
            _ => false,
        };
    }

    /// <summary>What a value of the type is, for a message.</summary>
    public static string Describe(TypeReference type) => type switch
    {
        ListReference => "a list of values of its type",
        MapReference => "a mapping to values of its type",
        ScalarReference scalar => ScalarText.Describe(scalar.Kind),
        _ => $"a mapping with the fields of {((ObjectReference)type).Name}",
    };
}
