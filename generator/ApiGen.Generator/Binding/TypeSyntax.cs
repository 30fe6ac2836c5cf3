using System;
using System.Text.RegularExpressions;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>Reads a use of a type: <c>int64</c>, <c>User?</c>, <c>Url[]</c>, <c>string{}?</c>.</summary>
internal static class TypeSyntax
{
    private const string Expected = "a type, then [] for a list or {} for a map, then ? if it may be absent or null";

    private static readonly Regex Suffixes = new(@"\A(\[\]|\{\})*\z", RegexOptions.CultureInvariant);

    public static TypeReference? Bind(YamlScalar? scalar, DiagnosticBag diagnostics, MentionList mentions)
    {
        if (scalar is null) return null;
        string text = scalar.Value;
        bool isNullable = text.EndsWith("?", StringComparison.Ordinal);
        if (isNullable) text = text.Substring(0, text.Length - 1);

        int nameLength = text.IndexOfAny(['[', '{', '?']);
        string name = nameLength < 0 ? text : text.Substring(0, nameLength);
        string suffixes = text.Substring(name.Length);
        if (!Suffixes.IsMatch(suffixes) || name.Length == 0)
        {
            diagnostics.Report(DiagnosticDescriptors.WrongShape, scalar.Span, scalar.Value, Expected);
            return null;
        }

        TypeReference? type = BindName(name, isNullable && suffixes.Length == 0, scalar, diagnostics, mentions);
        for (int position = 0; type is not null && position < suffixes.Length; position += 2)
        {
            bool isOutermost = position + 2 == suffixes.Length;
            bool isList = suffixes[position] == '[';
            type = isList
                ? new ListReference(type, isNullable && isOutermost)
                : new MapReference(type, isNullable && isOutermost);
        }

        return type;
    }

    private static TypeReference? BindName(
        string name, bool isNullable, YamlScalar scalar, DiagnosticBag diagnostics, MentionList mentions)
    {
        if (Vocabulary.FieldTypes.TryGetValue(name, out ScalarKind kind)) return new ScalarReference(kind, isNullable);
        if (CSharpNames.IsTypeName(name))
        {
            mentions.Add(MentionKind.UsesType, name, scalar.Span);
            return new ObjectReference(name, isNullable);
        }

        diagnostics.Report(
            DiagnosticDescriptors.UnknownType,
            scalar.Span,
            name,
            Suggestions.DidYouMean(name, Vocabulary.FieldTypes.Keys));
        return null;
    }
}
