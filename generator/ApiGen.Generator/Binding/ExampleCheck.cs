using System.Collections.Generic;
using System.Linq;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>Holds a type's example to the fields that its own file declares.</summary>
internal sealed class ExampleCheck(DiagnosticBag diagnostics, MentionList mentions)
{
    public void Run(YamlMapping example, string typeName, IReadOnlyList<FieldModel> fields)
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
            else if (!Fits(entry.Value, field.Type, field.Format))
            {
                string expected = Describe(field.Type, field.Format);
                diagnostics.Report(DiagnosticDescriptors.ExampleMisfit, entry.Value.Span, key, expected);
            }
        }

        foreach (FieldModel field in fields)
        {
            if (field.Type.IsNullable || example.Find(field.Name) is not null) continue;
            diagnostics.Report(
                DiagnosticDescriptors.MissingKey, example.Span, $"The example of {typeName}", field.Name);
        }
    }

    private bool Fits(YamlNode value, TypeReference type, string? format)
    {
        if (ExampleText.IsNull(value)) return type.IsNullable;
        return type switch
        {
            ListReference list =>
                value is YamlSequence sequence && sequence.Items.All(item => Fits(item, list.Element, format)),
            MapReference map =>
                value is YamlMapping mapping && mapping.Entries.All(e => Fits(e.Value, map.Element, format)),
            ObjectReference reference => FitsNamed(value, reference.Name),
            ScalarReference { Kind: ScalarKind.Json } => true,

            // Only the API's own file knows how its times are written.
            ScalarReference { Kind: ScalarKind.DateTime } when format is null => value is YamlScalar,
            _ => value is YamlScalar text && ScalarText.Fits(text.Value, type, format),
        };
    }

    /// <summary>Whether the type is an object or an enumeration is what other files know.</summary>
    private bool FitsNamed(YamlNode value, string name)
    {
        if (value is YamlSequence) return false;
        MentionKind kind = value is YamlMapping ? MentionKind.ExampleOfObject : MentionKind.ExampleOfEnumeration;
        mentions.Add(kind, name, value.Span);
        return true;
    }

    private static string Describe(TypeReference type, string? format) => type switch
    {
        ListReference => "a list of values of its type",
        MapReference => "a mapping to values of its type",
        ObjectReference reference => $"a value of {reference.Name}",
        _ => ScalarText.Describe(type, format),
    };
}
