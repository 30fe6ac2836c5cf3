using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>
/// Writes a YAML value as JSON in ASCII. A value of a known type is written as that type is; elsewhere, plain words
/// that JSON knows stay bare and everything else becomes a string.
/// </summary>
internal sealed class ExampleText
{
    private static readonly Regex JsonNumber =
        new(@"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z", RegexOptions.CultureInvariant);

    private readonly IReadOnlyList<TypeModel> _types;

    /// <param name="types">The types whose fields are known.</param>
    public ExampleText(IReadOnlyList<TypeModel> types) => _types = types;

    /// <summary>Writes a value of the fields of a type.</summary>
    public string Write(YamlMapping example, IReadOnlyList<FieldModel> fields)
    {
        var text = new StringBuilder();
        AppendMapping(
            text,
            example,
            entry => Append(text, entry.Value, fields.FirstOrDefault(field => field.Name == entry.Key.Value)?.Type));
        return text.ToString();
    }

    /// <summary>Writes a value that holds one of a type at the end of a path.</summary>
    public string Write(YamlNode example, IReadOnlyList<string> path, TypeReference type)
    {
        var text = new StringBuilder();
        AppendAt(text, example, path, depth: 0, type);
        return text.ToString();
    }

    /// <summary>Writes a value of a type.</summary>
    public string Write(YamlNode example, TypeReference type)
    {
        var text = new StringBuilder();
        Append(text, example, type);
        return text.ToString();
    }

    /// <summary>Whether a value is nothing: an empty place, or what YAML 1.2 §10.3.2 reads as null.</summary>
    public static bool IsNull(YamlNode node) =>
        node is YamlScalar { IsPlain: true, Value: "" or "~" or "null" or "Null" or "NULL" };

    private void Append(StringBuilder text, YamlNode node, TypeReference? type)
    {
        switch (node)
        {
            case YamlMapping map:
                AppendMapping(
                    text,
                    map,
                    entry => Append(text, entry.Value, (type as MapReference)?.Element ?? FieldType(type, entry)));
                break;
            case YamlSequence list:
                AppendList(text, list, (type as ListReference)?.Element);
                break;
            case YamlScalar scalar when IsNull(scalar):
                text.Append("null");
                break;
            case YamlScalar scalar when IsBare(scalar, type):
                text.Append(scalar.Value);
                break;
            case YamlScalar scalar:
                AppendString(text, scalar.Value);
                break;
        }
    }

    /// <summary>Only what lies at the end of the path is of the type; what lies beside it is of none.</summary>
    private void AppendAt(
        StringBuilder text, YamlNode node, IReadOnlyList<string> path, int depth, TypeReference type)
    {
        if (depth == path.Count || node is not YamlMapping map)
        {
            Append(text, node, type);
            return;
        }

        AppendMapping(text, map, entry =>
        {
            if (entry.Key.Value == path[depth]) AppendAt(text, entry.Value, path, depth + 1, type);
            else Append(text, entry.Value, type: null);
        });
    }

    private TypeReference? FieldType(TypeReference? type, YamlEntry entry) => type is ObjectReference reference
        ? _types.FirstOrDefault(known => known.Name == reference.Name)?.Fields
            .FirstOrDefault(field => field.Name == entry.Key.Value)?.Type
        : null;

    private static bool IsBare(YamlScalar scalar, TypeReference? type)
    {
        bool isJsonWord = scalar.Value is "true" or "false" || JsonNumber.IsMatch(scalar.Value);
        return isJsonWord && type switch
        {
            ScalarReference { Kind: ScalarKind.Bool or ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.Double } =>
                true,
            ScalarReference { Kind: ScalarKind.String or ScalarKind.Date } or ObjectReference => false,

            // A time may be a number, and a decimal a text.
            _ => scalar.IsPlain,
        };
    }

    private static void AppendMapping(StringBuilder text, YamlMapping map, Action<YamlEntry> appendValue)
    {
        text.Append('{');
        for (int i = 0; i < map.Entries.Count; i++)
        {
            if (i > 0) text.Append(',');
            AppendString(text, map.Entries[i].Key.Value);
            text.Append(':');
            appendValue(map.Entries[i]);
        }

        text.Append('}');
    }

    private void AppendList(StringBuilder text, YamlSequence list, TypeReference? element)
    {
        text.Append('[');
        for (int i = 0; i < list.Items.Count; i++)
        {
            if (i > 0) text.Append(',');
            Append(text, list.Items[i], element);
        }

        text.Append(']');
    }

    private static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (char c in value)
        {
            if (c is '"' or '\\') text.Append('\\').Append(c);
            else if (c is < ' ' or > '~')
                text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else text.Append(c);
        }

        text.Append('"');
    }
}
