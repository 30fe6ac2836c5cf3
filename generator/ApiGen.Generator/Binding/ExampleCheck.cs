using System.Collections.Generic;
using System.Linq;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>Holds examples to the types that their own file declares.</summary>
internal sealed class ExampleCheck
{
    private readonly IReadOnlyList<TypeModel> _types;
    private readonly DiagnosticBag _diagnostics;

    /// <param name="types">The types whose fields are known.</param>
    /// <param name="diagnostics">Where errors go.</param>
    public ExampleCheck(IReadOnlyList<TypeModel> types, DiagnosticBag diagnostics)
    {
        _types = types;
        _diagnostics = diagnostics;
    }

    /// <summary>Holds a value to a use of a type.</summary>
    public void Run(YamlNode value, TypeReference type, string owner)
    {
        if (value is YamlMapping mapping && FieldsOf(type) is { } fields)
        {
            Run(mapping, ((ObjectReference)type).Name, fields);
        }
        else if (value is YamlSequence sequence && type is ListReference list)
        {
            foreach (YamlNode item in sequence.Items) Run(item, list.Element, owner);
        }
        else if (!Fits(value, type))
        {
            _diagnostics.Report(DiagnosticDescriptors.ExampleMisfit, value.Span, owner, Describe(type));
        }
    }

    /// <summary>Holds an object to the fields of its type.</summary>
    public void Run(YamlMapping example, string typeName, IReadOnlyList<FieldModel> fields)
    {
        foreach (YamlEntry entry in example.Entries)
        {
            string key = entry.Key.Value;
            FieldModel? field = fields.FirstOrDefault(field => field.Name == key);
            if (field is null)
            {
                string suggestion = Suggestions.DidYouMean(key, fields.Select(field => field.Name));
                _diagnostics.Report(DiagnosticDescriptors.UnknownField, entry.Key.Span, key, typeName, suggestion);
            }
            else if (!Fits(entry.Value, field.Type))
            {
                _diagnostics.Report(DiagnosticDescriptors.ExampleMisfit, entry.Value.Span, key, Describe(field.Type));
            }
        }

        foreach (FieldModel field in fields)
        {
            if (field.Type.IsNullable || example.Find(field.Name) is not null) continue;
            _diagnostics.Report(
                DiagnosticDescriptors.MissingKey, example.Span, $"The example of {typeName}", field.Name);
        }
    }

    private IReadOnlyList<FieldModel>? FieldsOf(TypeReference type) => type is ObjectReference reference
        && _types.FirstOrDefault(known => known.Name == reference.Name) is { } known ? [.. known.Fields] : null;

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
