using System.Collections.Generic;
using System.Linq;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>Binds a parameter's example: a text, or JSON where only JSON can say it.</summary>
internal sealed class ParameterExample(
    MapReader reader, string name, DiagnosticBag diagnostics, MentionList mentions)
{
    public string? Bind(TypeReference? type, ParameterPlace place, string? format, ListJoin join)
    {
        TypeReference? item = type is ListReference list ? list.Element : type;
        if (item is ScalarReference { Kind: ScalarKind.File })
        {
            reader.Refuse("example", "a file has none");
            return null;
        }

        bool isText = type is null or ScalarReference { Kind: not ScalarKind.Json }
            || (place != ParameterPlace.Json && item is ObjectReference or ScalarReference { Kind: not ScalarKind.Json });
        return isText ? BindText(type, format, join) : BindJson(type!, format);
    }

    /// <summary>A value as it is sent; of a list, a list of values or the text that they make together.</summary>
    private string? BindText(TypeReference? type, string? format, ListJoin join)
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
            diagnostics.Report(DiagnosticDescriptors.ExampleMisfit, item.Span, name, expected);
        }

        return string.Join(separator.ToString(), items.Select(item => item.Value));
    }

    private string? BindJson(TypeReference type, string? format)
    {
        YamlNode? example = reader.Optional("example");
        if (example is null) return null;

        // A parameter's times are written as it says itself, whatever the API does.
        if (new ExampleCheck([], diagnostics, mentions).Fits(example, type, format ?? DatePatterns.Internet))
            return new ExampleText([]).Write(example, type);
        string expected = ExampleCheck.Describe(type, format);
        diagnostics.Report(DiagnosticDescriptors.ExampleMisfit, example.Span, name, expected);
        return null;
    }

    private static char SeparatorOf(ListJoin join) => join switch
    {
        ListJoin.Pipe => '|',
        ListJoin.Space => ' ',
        _ => ',',
    };
}
