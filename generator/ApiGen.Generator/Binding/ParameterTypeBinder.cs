using System.Collections.Generic;
using System.Linq;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>Binds what a parameter's value is and how it is written: type, format, join and example.</summary>
internal sealed class ParameterTypeBinder(MapReader reader, DiagnosticBag diagnostics, MentionList mentions)
{
    /// <summary>A type that a request can carry as text: a scalar, an enumeration, or a list of such.</summary>
    public TypeReference? BindType()
    {
        YamlScalar? scalar = reader.RequiredText("type");
        TypeReference? type = TypeSyntax.Bind(scalar, diagnostics, mentions);
        if (type is null) return null;
        if (type.IsNullable)
        {
            diagnostics.Report(
                DiagnosticDescriptors.WrongShape, scalar!.Span, "type", "without '?': 'required' says what must be there");
            type = type with { IsNullable = false };
        }

        if (IsText(type) || (type is ListReference list && IsText(list.Element)))
        {
            if (type.UsedName is { } name) mentions.Add(MentionKind.SendsType, name, scalar!.Span);
            return type;
        }

        // Taken for text, so that its one error doesn't bring others.
        diagnostics.Report(DiagnosticDescriptors.UnsendableType, scalar!.Span, type.Notation);
        var text = new ScalarReference(ScalarKind.String, IsNullable: false);
        return type is ListReference ? new ListReference(text, IsNullable: false) : text;
    }

    /// <summary>How the values of a list are sent.</summary>
    public ListJoin BindJoin(TypeReference? type, ParameterPlace place)
    {
        if (type is not (null or ListReference))
        {
            reader.Refuse("join", "only a list has values to put together");
            return ListJoin.Csv;
        }

        bool hasName = place is ParameterPlace.Query or ParameterPlace.Form;
        return reader.Choice("join", isRequired: false, hasName ? Vocabulary.Joins : Vocabulary.JoinsWithoutName)
            ?? ListJoin.Csv;
    }

    /// <summary>An example as it is sent; of a list, a list of values or the text that they make together.</summary>
    public string? BindExample(YamlScalar key, TypeReference? type, string? format, ListJoin join)
    {
        char separator = SeparatorOf(join);
        bool isList = type is null or ListReference && reader.Optional("example") is YamlSequence;
        IReadOnlyList<YamlScalar> items = isList
            ? reader.OptionalTexts("example")
            : reader.OptionalText("example") is { } text ? [text] : [];
        if (type is null || items.Count == 0) return null;

        foreach (YamlScalar item in items)
        {
            bool isJoined = type is ListReference && !isList;
            string[] values = isJoined ? item.Value.Split(separator) : [item.Value];
            if (values.All(value => ScalarText.Fits(value, type, format))) continue;
            string expected = ScalarText.Describe(type, format);
            diagnostics.Report(DiagnosticDescriptors.ExampleMisfit, item.Span, key.Value, expected);
        }

        return string.Join(separator.ToString(), items.Select(item => item.Value));
    }

    private static char SeparatorOf(ListJoin join) => join switch
    {
        ListJoin.Pipe => '|',
        ListJoin.Space => ' ',
        _ => ',',
    };

    private static bool IsText(TypeReference type) =>
        type is ObjectReference or ScalarReference { Kind: not ScalarKind.Json };
}
