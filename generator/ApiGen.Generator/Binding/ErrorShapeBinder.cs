using System.Collections.Generic;
using System.Linq;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>Binds <c>errors</c>: one layout of the bodies of failures, or a list of them.</summary>
internal static class ErrorShapeBinder
{
    public static EquatableArray<ErrorShapeModel> Bind(YamlNode? node, DiagnosticBag diagnostics)
    {
        IReadOnlyList<YamlNode> nodes = node switch
        {
            null => [],
            YamlSequence { Items.Count: > 0 } list => list.Items,
            _ => [node],
        };
        var shapes = new List<ErrorShapeModel>();
        foreach (YamlNode item in nodes)
        {
            if (item is YamlMapping map)
            {
                if (BindOne(new MapReader(map, "'errors'", diagnostics), diagnostics) is { } shape) shapes.Add(shape);
                continue;
            }

            diagnostics.Report(DiagnosticDescriptors.WrongShape, item.Span, "errors", "a mapping, or a list of mappings");
        }

        return shapes.ToEquatableArray();
    }

    private static ErrorShapeModel? BindOne(MapReader reader, DiagnosticBag diagnostics)
    {
        string? list = Path("list", mayBeSelf: true);
        string? place = null;
        if (list is null) place = Path("in");
        else reader.Refuse("in", "the error is the first of the list");

        string? text = Path("text", mayBeSelf: true);
        string? code = null;
        string? message = null;
        if (text is null)
        {
            code = Path("code");
            message = Path("message");
        }
        else
        {
            reader.Refuse("code", "'text' is code and message in one");
            reader.Refuse("message", "'text' is code and message in one");
        }

        ErrorConditionModel? when = BindCondition(reader, diagnostics);
        bool isEmpty = text is null && code is null && message is null && !reader.Has("text", "code", "message");
        if (isEmpty)
            diagnostics.Report(DiagnosticDescriptors.MissingKey, reader.Span, "'errors'", "code' or 'message");
        reader.RejectUnknownKeys();
        return isEmpty ? null : new ErrorShapeModel
        {
            List = list,
            In = place,
            Code = code,
            Message = message,
            Text = text,
            When = when,
        };

        string? Path(string key, bool mayBeSelf = false) =>
            PropertyPath.Bind(key, reader.OptionalText(key), mayBeSelf, diagnostics);
    }

    private static ErrorConditionModel? BindCondition(MapReader reader, DiagnosticBag diagnostics)
    {
        YamlNode? when = reader.Optional("when");
        if (when is null)
        {
            YamlNode? unless = reader.Optional("unless");
            return unless is null ? null : BindValues("unless", unless, isUnless: true, diagnostics);
        }

        reader.Refuse("unless", "'when' says already what tells a failure");
        return when is YamlScalar scalar
            ? PropertyPath.Bind("when", scalar, mayBeSelf: false, diagnostics) is { } property
                ? new ErrorConditionModel(property, [], IsUnless: false)
                : null
            : BindValues("when", when, isUnless: false, diagnostics);
    }

    private static ErrorConditionModel? BindValues(
        string key, YamlNode node, bool isUnless, DiagnosticBag diagnostics)
    {
        if (node is YamlMapping { Entries.Count: 1 } map && PropertyPath.IsPath(map.Entries[0].Key.Value))
        {
            YamlNode value = map.Entries[0].Value;
            IReadOnlyList<YamlNode> nodes = value is YamlSequence list ? list.Items : [value];
            bool areTexts = nodes.Count > 0 && nodes.All(item => item is YamlScalar && !ExampleText.IsNull(item));
            if (areTexts)
            {
                return new ErrorConditionModel(
                    map.Entries[0].Key.Value,
                    nodes.Cast<YamlScalar>().Select(scalar => scalar.Value).ToEquatableArray(),
                    isUnless);
            }
        }

        string property = isUnless ? "" : "a property, or ";
        diagnostics.Report(
            DiagnosticDescriptors.WrongShape,
            node.Span,
            key,
            $"{property}a mapping of one property to a value or a list of values, as {{ stat: fail }}");
        return null;
    }
}
