using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>
/// Reads values of the shapes that the language has; each reports what it can't read, and gives null.
/// </summary>
internal sealed partial class MapReader
{
    public YamlScalar? RequiredText(string key) => AsText(key, Required(key));

    public YamlScalar? OptionalText(string key) => AsText(key, Optional(key));

    public YamlMapping? RequiredMapping(string key) =>
        As<YamlMapping>(key, Required(key), "a mapping of keys to values");

    public YamlMapping? OptionalMapping(string key) =>
        As<YamlMapping>(key, Optional(key), "a mapping of keys to values");

    public IReadOnlyList<YamlNode> OptionalList(string key) =>
        As<YamlSequence>(key, Optional(key), "a list")?.Items ?? [];

    /// <summary>A list that must be there and not be empty.</summary>
    public IReadOnlyList<YamlNode> RequiredList(string key)
    {
        if (Required(key) is not { } node) return [];
        if (node is YamlSequence { Items.Count: > 0 } list) return list.Items;
        WrongShape(node, key, "a list of one or more");
        return [];
    }

    /// <summary>The texts of a list that may be absent.</summary>
    public IReadOnlyList<YamlScalar> OptionalTexts(string key)
    {
        var texts = new List<YamlScalar>();
        foreach (YamlNode item in OptionalList(key))
        {
            if (item is YamlScalar scalar && !IsOtherThanText(scalar)) texts.Add(scalar);
            else WrongShape(item, key, "a list of texts");
        }

        return texts;
    }

    /// <summary>One text or a list of one or more, which may be absent.</summary>
    public IReadOnlyList<YamlScalar> OptionalTextOrTexts(string key)
    {
        if (Optional(key) is YamlScalar) return OptionalText(key) is { } text ? [text] : [];
        if (_map.Find(key)?.Value is YamlSequence { Items.Count: > 0 } or null) return OptionalTexts(key);
        WrongShape(_map.Find(key)!.Value, key, "a text or a list of texts");
        return [];
    }

    public bool? OptionalBool(string key)
    {
        YamlNode? node = Optional(key);
        if (node is null) return null;
        if (node is YamlScalar { IsPlain: true, Value: "true" or "false" } scalar) return scalar.Value == "true";
        WrongShape(node, key, "true or false");
        return null;
    }

    public int? RequiredInt(string key, int smallest, int largest) => AsInt(key, Required(key), smallest, largest);

    public int? OptionalInt(string key, int smallest, int largest) => AsInt(key, Optional(key), smallest, largest);

    public TValue? Choice<TValue>(string key, bool isRequired, IReadOnlyDictionary<string, TValue> choices)
        where TValue : struct => Choice(key, isRequired ? RequiredText(key) : OptionalText(key), choices);

    /// <summary>What a text that was read already means.</summary>
    public TValue? Choice<TValue>(string key, YamlScalar? scalar, IReadOnlyDictionary<string, TValue> choices)
        where TValue : struct
    {
        if (scalar is null) return null;
        if (choices.TryGetValue(scalar.Value, out TValue value)) return value;
        _diagnostics.Report(
            DiagnosticDescriptors.UnknownValue,
            scalar.Span,
            scalar.Value,
            key,
            string.Join(", ", choices.Keys.Select(choice => $"'{choice}'")),
            Suggestions.DidYouMean(scalar.Value, choices.Keys));
        return null;
    }

    /// <summary>An absolute http or https URL.</summary>
    public string? OptionalUrl(string key)
    {
        YamlScalar? scalar = OptionalText(key);
        if (scalar is null) return null;
        if (WebAddress.Parse(scalar.Value) is not null) return scalar.Value;
        WrongShape(scalar, key, "an http or https URL");
        return null;
    }

    private int? AsInt(string key, YamlNode? node, int smallest, int largest)
    {
        if (node is null) return null;
        string? digits = node is YamlScalar { IsPlain: true } scalar ? scalar.Value : null;
        bool isNumber = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        if (isNumber && number >= smallest && number <= largest) return number;
        WrongShape(node, key, $"a whole number from {smallest} to {largest}");
        return null;
    }

    private YamlScalar? AsText(string key, YamlNode? node)
    {
        YamlScalar? scalar = As<YamlScalar>(key, node, "a text");
        if (scalar is null || (scalar.Value.Trim().Length > 0 && !IsOtherThanText(scalar))) return scalar;
        WrongShape(scalar, key, "a text");
        return null;
    }

    /// <summary>
    /// Whether YAML (1.2 §10.3.2) reads a word as nothing, or as a truth in a spelling that the language doesn't have.
    /// </summary>
    public static bool IsOtherThanText(YamlScalar scalar) => ExampleText.IsNull(scalar)
        || scalar is { IsPlain: true, Value: "True" or "TRUE" or "False" or "FALSE" };

    private TNode? As<TNode>(string key, YamlNode? node, string shape)
        where TNode : YamlNode
    {
        if (node is null or TNode) return (TNode?)node;
        WrongShape(node, key, shape);
        return null;
    }

    private void WrongShape(YamlNode node, string key, string shape) =>
        _diagnostics.Report(DiagnosticDescriptors.WrongShape, node.Span, key, shape);
}
