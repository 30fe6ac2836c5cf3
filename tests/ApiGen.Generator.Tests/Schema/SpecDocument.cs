using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ApiGen.Generator.Tests.Schema;

/// <summary>
/// A YAML document as the JSON value that a schema judges, by the core rules of YAML 1.2 (§10.3.2), with the lines on
/// which its parts stand.
/// </summary>
internal sealed partial class SpecDocument
{
    private readonly Dictionary<string, int[]> _lines = [];

    private SpecDocument(YamlNode root) => Json = Convert(root, "")?.ToJsonString() ?? "null";

    /// <summary>The value, on one line.</summary>
    public string Json { get; }

    /// <summary>The documents of a text, without empty ones.</summary>
    public static IEnumerable<SpecDocument> In(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text.TrimStart('\uFEFF')));
        return stream.Documents
            .Where(document => document.RootNode is not YamlScalarNode { Value: "", Style: ScalarStyle.Plain })
            .Select(document => new SpecDocument(document.RootNode));
    }

    /// <summary>The lines, from 0, of the value at a JSON pointer and of its key.</summary>
    public int[] LinesAt(string pointer) => _lines[pointer];

    /// <summary>The lines of the value at a JSON pointer and of all that it holds.</summary>
    public IEnumerable<int> LinesBelow(string pointer) => _lines
        .Where(pair => pair.Key == pointer || pair.Key.StartsWith(pointer + "/", StringComparison.Ordinal))
        .SelectMany(pair => pair.Value);

    /// <summary>The pointer of a key's value below that of the mapping.</summary>
    public static string Below(string pointer, string key) =>
        $"{pointer}/{key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    private JsonNode? Convert(YamlNode node, string pointer, params int[] keyLine)
    {
        _lines[pointer] = [.. keyLine, LineOf(node)];
        switch (node)
        {
            case YamlMappingNode mapping:
                var members = new JsonObject();
                foreach ((YamlNode key, YamlNode value) in mapping.Children)
                {
                    string name = ((YamlScalarNode)key).Value!;
                    members[name] = Convert(value, Below(pointer, name), LineOf(key));
                }

                return members;
            case YamlSequenceNode list:
                return new JsonArray(
                    [.. list.Children.Select((item, i) => Convert(item, FormattableString.Invariant($"{pointer}/{i}")))]);
            case YamlScalarNode { Style: ScalarStyle.Plain } scalar:
                return OfPlain(scalar.Value!);
            default:
                return JsonValue.Create(((YamlScalarNode)node).Value);
        }
    }

    private static JsonValue? OfPlain(string text)
    {
        if (text is "" or "~" or "null" or "Null" or "NULL") return null;
        if (text is "true" or "True" or "TRUE") return JsonValue.Create(true);
        if (text is "false" or "False" or "FALSE") return JsonValue.Create(false);
        if (Infinite().IsMatch(text)) return JsonValue.Create(double.MaxValue);
        if (Hexadecimal().IsMatch(text))
            return JsonValue.Create((double)BigInteger.Parse("0" + text[2..], NumberStyles.HexNumber));
        if (Octal().IsMatch(text))
            return JsonValue.Create(text[2..].Aggregate(0.0, (number, digit) => (number * 8) + (digit - '0')));
        if (!Decimal().IsMatch(text)) return JsonValue.Create(text);
        double value = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return JsonValue.Create(Math.Clamp(value, double.MinValue, double.MaxValue));
    }

    private static int LineOf(YamlNode node) => (int)node.Start.Line - 1;

    [GeneratedRegex(@"^([-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))\z")]
    private static partial Regex Infinite();

    [GeneratedRegex(@"^0x[0-9a-fA-F]+\z")]
    private static partial Regex Hexadecimal();

    [GeneratedRegex(@"^0o[0-7]+\z")]
    private static partial Regex Octal();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z")]
    private static partial Regex Decimal();
}
