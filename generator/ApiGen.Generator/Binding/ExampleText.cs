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
internal static class ExampleText
{
    private static readonly Regex JsonNumber =
        new(@"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z", RegexOptions.CultureInvariant);

    public static string Write(YamlMapping example, IReadOnlyList<FieldModel> fields)
    {
        var text = new StringBuilder();
        AppendMapping(text, example, name => fields.FirstOrDefault(field => field.Name == name)?.Type);
        return text.ToString();
    }

    /// <summary>Whether a value is nothing: an empty place, or what YAML 1.2 §10.3.2 reads as null.</summary>
    public static bool IsNull(YamlNode node) =>
        node is YamlScalar { IsPlain: true, Value: "" or "~" or "null" or "Null" or "NULL" };

    private static void Append(StringBuilder text, YamlNode node, TypeReference? type)
    {
        switch (node)
        {
            case YamlMapping map:
                AppendMapping(text, map, _ => (type as MapReference)?.Element);
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

    private static void AppendMapping(StringBuilder text, YamlMapping map, Func<string, TypeReference?> typeOf)
    {
        text.Append('{');
        for (int i = 0; i < map.Entries.Count; i++)
        {
            if (i > 0) text.Append(',');
            AppendString(text, map.Entries[i].Key.Value);
            text.Append(':');
            Append(text, map.Entries[i].Value, typeOf(map.Entries[i].Key.Value));
        }

        text.Append('}');
    }

    private static void AppendList(StringBuilder text, YamlSequence list, TypeReference? element)
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
