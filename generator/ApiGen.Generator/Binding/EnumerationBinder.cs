using System.Collections.Generic;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>Binds a <c>type:</c> document that has <c>values</c>.</summary>
internal sealed class EnumerationBinder(MapReader reader, DiagnosticBag diagnostics, MentionList mentions)
{
    private const string ExpectedOfNull = "texts; one that YAML reads as nothing needs quotes";
    private const string Expected = "a list of one or more values, or a mapping from each to its summary";

    /// <summary>The values that are bound, by what they are called in C#.</summary>
    private readonly Dictionary<string, string> _valuesByProperty = [];

    public EnumerationModel? Bind()
    {
        YamlScalar? name = reader.RequiredText("type");
        string? summary = reader.OptionalText("summary")?.Value;
        string? see = reader.OptionalUrl("see");
        string? deprecated = NamedDeprecation.Bind(
            reader, name?.Value, MentionKind.UsesType, diagnostics, mentions);
        YamlNode? values = reader.Required("values");
        reader.Refuse("example", "each of the values is one");
        reader.RejectUnknownKeys();
        if (name is null || values is null) return null;
        if (CheckedName(name, typeName: "") is null) return null;
        return new EnumerationModel
        {
            Name = name.Value,
            Summary = summary,
            See = see,
            Deprecated = deprecated,
            Values = BindValues(values, name.Value).ToEquatableArray(),
        };
    }

    private List<EnumerationValueModel> BindValues(YamlNode node, string typeName)
    {
        var values = new List<EnumerationValueModel>();
        switch (node)
        {
            case YamlSequence { Items.Count: > 0 } list:
                foreach (YamlNode item in list.Items)
                {
                    bool isNull = ExampleText.IsNull(item);
                    if (item is YamlScalar value && !isNull) Add(value, details: null);
                    else diagnostics.Report(
                        DiagnosticDescriptors.WrongShape, item.Span, "values", isNull ? ExpectedOfNull : Expected);
                }

                break;
            case YamlMapping { Entries.Count: > 0 } map:
                foreach (YamlEntry entry in map.Entries) Add(entry.Key, entry.Value);
                break;
            default:
                diagnostics.Report(DiagnosticDescriptors.WrongShape, node.Span, "values", Expected);
                break;
        }

        return values;

        void Add(YamlScalar value, YamlNode? details)
        {
            EnumerationValueModel? bound = BindValue(value, details, typeName);
            if (bound is not null && IsUnique(bound, value)) values.Add(bound);
        }
    }

    /// <summary>A value may have a summary, or a mapping of a summary and a name in C#.</summary>
    private EnumerationValueModel? BindValue(YamlScalar value, YamlNode? details, string typeName)
    {
        if (details is YamlMapping map)
        {
            var valueReader = new MapReader(map, "a value", diagnostics);
            YamlScalar? name = valueReader.OptionalText("name");
            string? summary = valueReader.OptionalText("summary")?.Value;
            valueReader.RejectUnknownKeys();
            string? property = name is null ? NameOf(value, typeName) : CheckedName(name, typeName);
            return property is null ? null : new EnumerationValueModel(value.Value, property, summary);
        }

        if (details is YamlSequence)
        {
            diagnostics.Report(DiagnosticDescriptors.WrongShape, details.Span, value.Value, "a summary of the value");
            return null;
        }

        string? text = details is null || ExampleText.IsNull(details) ? null : ((YamlScalar)details).Value;
        return NameOf(value, typeName) is { } own ? new EnumerationValueModel(value.Value, own, text) : null;
    }

    private string? NameOf(YamlScalar value, string typeName)
    {
        if (CSharpNames.IsNameable(value.Value)) return CSharpNames.EnumerationMember(value.Value, typeName);
        diagnostics.Report(
            DiagnosticDescriptors.InvalidName,
            value.Span,
            value.Value,
            "printable ASCII with a letter or a digit in it, or have a 'name' of its own");
        return null;
    }

    private string? CheckedName(YamlScalar name, string typeName)
    {
        if (!NameCheck.IsTypeName(name, diagnostics)) return null;
        if (CSharpNames.EnumerationMember(name.Value, typeName) == name.Value) return name.Value;
        diagnostics.Report(DiagnosticDescriptors.NameTaken, name.Span, name.Value);
        return null;
    }

    private bool IsUnique(EnumerationValueModel value, YamlScalar place)
    {
        if (!_valuesByProperty.TryGetValue(value.Property, out string? twin))
        {
            _valuesByProperty.Add(value.Property, value.Value);
            return true;
        }

        diagnostics.Report(DiagnosticDescriptors.NameClash, place.Span, value.Value, twin, value.Property);
        return false;
    }
}
