using System;
using System.Collections.Generic;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>Reads a use of a type: <c>int64</c>, <c>User?</c>, <c>Url[]</c>, <c>string{}?</c>.</summary>
internal static class TypeSyntax
{
    private const int MostSuffixes = 8;

    private const string ExpectedOfParameter =
        "a type, then [] for a list; whether it may be left out, 'required' says";

    private const string Expected =
        "a type, then [] for a list or {} for a map, up to eight of them, then ? if it may be absent or null";

    /// <summary>The type of a parameter, which may be a file.</summary>
    public static TypeReference? BindParameter(YamlScalar? scalar, DiagnosticBag diagnostics, MentionList mentions)
    {
        TypeReference? type = Bind(scalar, Vocabulary.ParameterTypes, diagnostics, mentions);
        if (type is not { IsNullable: true }) return type;
        diagnostics.Report(DiagnosticDescriptors.WrongShape, scalar!.Span, scalar.Value, ExpectedOfParameter);
        return null;
    }

    /// <summary>The type of a field or an answer.</summary>
    public static TypeReference? Bind(YamlScalar? scalar, DiagnosticBag diagnostics, MentionList mentions) =>
        Bind(scalar, Vocabulary.FieldTypes, diagnostics, mentions);

    private static TypeReference? Bind(
        YamlScalar? scalar, IReadOnlyDictionary<string, ScalarKind> scalars, DiagnosticBag diagnostics,
        MentionList mentions)
    {
        if (scalar is null) return null;
        string text = scalar.Value;
        bool isNullable = text.EndsWith("?", StringComparison.Ordinal);
        if (isNullable) text = text.Substring(0, text.Length - 1);

        int nameLength = text.IndexOfAny(['[', '{', '?']);
        string name = nameLength < 0 ? text : text.Substring(0, nameLength);
        string suffixes = text.Substring(name.Length);
        if (!AreSuffixes(suffixes) || name.Length == 0)
        {
            diagnostics.Report(DiagnosticDescriptors.WrongShape, scalar.Span, scalar.Value, Expected);
            return null;
        }

        TypeReference? type = BindName(
            name, isNullable && suffixes.Length == 0, scalar, scalars, diagnostics, mentions);
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

    private static bool AreSuffixes(string text)
    {
        if (text.Length > 2 * MostSuffixes) return false;
        for (int position = 0; position < text.Length; position += 2)
        {
            if (string.CompareOrdinal(text, position, "[]", 0, 2) != 0
                && string.CompareOrdinal(text, position, "{}", 0, 2) != 0)
                return false;
        }

        return true;
    }

    private static TypeReference? BindName(
        string name, bool isNullable, YamlScalar scalar, IReadOnlyDictionary<string, ScalarKind> scalars,
        DiagnosticBag diagnostics, MentionList mentions)
    {
        if (scalars.TryGetValue(name, out ScalarKind kind)) return new ScalarReference(kind, isNullable);
        if (CSharpNames.IsTypeName(name))
        {
            mentions.Add(MentionKind.UsesType, name, scalar.Span);
            return new ObjectReference(name, isNullable);
        }

        diagnostics.Report(
            DiagnosticDescriptors.UnknownType,
            scalar.Span,
            name,
            Suggestions.DidYouMean(name, scalars.Keys));
        return null;
    }
}
