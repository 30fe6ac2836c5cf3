using System.Collections.Generic;
using System.Linq;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>Binds a <c>type:</c> document.</summary>
internal sealed class TypeBinder
{
    /// <summary>What the reader that is generated for a type can keep account of.</summary>
    private const int MostFields = 128;

    private readonly MapReader _reader;
    private readonly DiagnosticBag _diagnostics;
    private readonly MentionList _mentions;

    public TypeBinder(MapReader reader, DiagnosticBag diagnostics, MentionList mentions)
    {
        _reader = reader;
        _diagnostics = diagnostics;
        _mentions = mentions;
    }

    public TypeModel? Bind()
    {
        YamlScalar? name = _reader.RequiredText("type");
        string? summary = _reader.OptionalText("summary")?.Value;
        string? see = _reader.OptionalUrl("see");
        string? deprecated = NamedDeprecation.Bind(
            _reader, name?.Value, MentionKind.UsesType, _diagnostics, _mentions);
        YamlMapping? map = _reader.OptionalMapping("fields");
        if (_reader.Optional("fields") is null)
            _diagnostics.Report(DiagnosticDescriptors.MissingKey, _reader.Span, "A type", "fields' or 'values");
        _reader.Refuse("values", "a type has either fields or values");
        YamlMapping? example = _reader.OptionalMapping("example");
        _reader.RejectUnknownKeys();
        if (name is null || !NameCheck.IsTypeName(name, _diagnostics)) return null;
        if (CSharpNames.IsTypeMember(name.Value))
        {
            _diagnostics.Report(DiagnosticDescriptors.NameTaken, name.Span, name.Value);
            return null;
        }

        List<FieldModel> fields = BindFields(name.Value, map);
        if (example is not null) new ExampleCheck([], _diagnostics, _mentions).Run(example, name.Value, fields);
        return new TypeModel
        {
            Name = name.Value,
            Summary = summary,
            See = see,
            Deprecated = deprecated,
            Fields = fields.ToEquatableArray(),
            Example = example is null ? null : new ExampleText([]).Write(example, fields),
        };
    }

    private List<FieldModel> BindFields(string typeName, YamlMapping? map)
    {
        var fields = new List<FieldModel>();
        IReadOnlyList<YamlEntry> entries = map?.Entries ?? [];
        var deprecations = new Dictionary<string, Deprecation>();
        foreach (YamlEntry entry in entries.Take(MostFields))
        {
            FieldModel? field = BindField(typeName, entry, deprecations);
            if (field is not null && IsUnique(field, entry.Key, fields)) fields.Add(field);
        }

        if (entries.Count > MostFields)
            _diagnostics.Report(DiagnosticDescriptors.TooManyFields, entries[MostFields].Key.Span, typeName);
        return FieldDeprecations.Describe(typeName, fields, deprecations, _diagnostics);
    }

    private FieldModel? BindField(string typeName, YamlEntry entry, Dictionary<string, Deprecation> deprecations)
    {
        string? summary = null;
        string? format = null;
        TypeReference? reference = null;
        switch (entry.Value)
        {
            case YamlMapping map:
                var reader = new MapReader(map, "a field", _diagnostics);
                reference = TypeSyntax.Bind(reader.RequiredText("type"), _diagnostics, _mentions);
                summary = reader.OptionalText("summary")?.Value;
                format = DateFormatBinder.Bind(reader, reference, _diagnostics);
                if (Deprecation.Bind(reader, _diagnostics) is { } deprecation)
                    deprecations[entry.Key.Value] = deprecation;
                reader.RejectUnknownKeys();
                break;
            case YamlScalar type when !MapReader.IsOtherThanText(type):
                reference = TypeSyntax.Bind(type, _diagnostics, _mentions);
                break;
            default:
                _diagnostics.Report(
                    DiagnosticDescriptors.WrongShape,
                    entry.Value.Span,
                    entry.Key.Value,
                    "a type, or a mapping with a type");
                break;
        }

        if (!NameCheck.IsNameable(entry.Key, _diagnostics)) return null;
        string name = entry.Key.Value;
        return reference is null
            ? null
            : new FieldModel(name, CSharpNames.Property(name, typeName), reference, summary, format);
    }

    private bool IsUnique(FieldModel field, YamlScalar key, IEnumerable<FieldModel> before)
    {
        FieldModel? twin = before.FirstOrDefault(other => other.Property == field.Property);
        if (twin is null) return true;
        _diagnostics.Report(DiagnosticDescriptors.NameClash, key.Span, field.Name, twin.Name, field.Property);
        return false;
    }
}
