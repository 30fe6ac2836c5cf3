using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>Binds what a parameter says of its values beyond their type: range, length, number of items, pattern.</summary>
internal sealed class CheckBinder
{
    private static readonly string[] Keys =
        ["min", "max", "min-length", "max-length", "min-items", "max-items", "pattern"];

    private readonly MapReader _reader;
    private readonly string _name;
    private readonly TypeReference _type;
    private readonly TypeReference _value;
    private readonly ScalarKind? _kind;
    private readonly DiagnosticBag _diagnostics;

    /// <param name="reader">The parameter's keys.</param>
    /// <param name="name">The parameter's name.</param>
    /// <param name="type">Its type.</param>
    /// <param name="diagnostics">Where errors go.</param>
    public CheckBinder(MapReader reader, string name, TypeReference type, DiagnosticBag diagnostics)
    {
        _reader = reader;
        _name = name;
        _type = type;
        _value = (type as ListReference)?.Element ?? type;
        _kind = (_value as ScalarReference)?.Kind;
        _diagnostics = diagnostics;
    }

    /// <summary>Says of every check that it can't stand here.</summary>
    public static void RefuseAll(MapReader reader, string reason)
    {
        foreach (string key in Keys) reader.Refuse(key, reason);
    }

    /// <summary>Takes note that these keys are known, where nothing can be said of them.</summary>
    public static void SkipAll(MapReader reader)
    {
        foreach (string key in Keys) reader.Optional(key);
    }

    public ChecksModel Bind()
    {
        (string? min, string? max) = BindRange();
        (int? minLength, int? maxLength) = BindCounts("length", _kind == ScalarKind.String, "only strings have a length");
        (int? minItems, int? maxItems) = BindCounts("items", _type is ListReference, "only lists have items");
        return new ChecksModel
        {
            Min = min,
            Max = max,
            MinLength = minLength,
            MaxLength = maxLength,
            MinItems = minItems,
            MaxItems = maxItems,
            Pattern = BindPattern(),
        };
    }

    private (string? Min, string? Max) BindRange()
    {
        if (_kind is not { } kind || !ScalarOrder.IsOrdered(kind))
        {
            const string Reason = "only numbers, dates and times have a lowest and a highest value";
            _reader.Refuse("min", Reason);
            _reader.Refuse("max", Reason);
            return (null, null);
        }

        YamlScalar? min = BindBound("min", kind, isLow: true);
        YamlScalar? max = BindBound("max", kind, isLow: false);
        if (min is not null && max is not null && ScalarOrder.Compare(min.Value, max.Value, kind) > 0)
        {
            _diagnostics.Report(DiagnosticDescriptors.EmptyRange, max.Span, "max", "min");
            return (null, null);
        }

        return (min?.Value, max?.Value);
    }

    private YamlScalar? BindBound(string key, ScalarKind kind, bool isLow)
    {
        YamlScalar? bound = _reader.OptionalText(key);
        if (bound is null) return null;
        if (!ScalarText.Fits(bound.Value, _value, format: null))
        {
            _diagnostics.Report(
                DiagnosticDescriptors.ValueMisfit, bound.Span, key, _name, ScalarText.Describe(_value));
            return null;
        }

        if (!ScalarOrder.IsEnd(bound.Value, kind, isLow)) return bound;
        _reader.Refuse(key, "every value of the type keeps it; delete it");
        return null;
    }

    private (int? Min, int? Max) BindCounts(string what, bool has, string reason)
    {
        (string min, string max) = ($"min-{what}", $"max-{what}");
        if (!has)
        {
            _reader.Refuse(min, reason);
            _reader.Refuse(max, reason);
            return (null, null);
        }

        int? least = _reader.OptionalInt(min, 1, int.MaxValue);
        int? most = _reader.OptionalInt(max, 1, int.MaxValue);
        if (!(least > most)) return (least, most);
        _diagnostics.Report(DiagnosticDescriptors.EmptyRange, _reader.SpanOf(max), max, min);
        return (null, null);
    }

    private string? BindPattern()
    {
        if (_kind != ScalarKind.String)
        {
            _reader.Refuse("pattern", "only strings match patterns");
            return null;
        }

        YamlScalar? pattern = _reader.OptionalText("pattern");
        if (pattern is null) return null;
        string? problem = PatternSyntax.FindProblem(pattern.Value);
        if (problem is null) return pattern.Value;
        _diagnostics.Report(DiagnosticDescriptors.InvalidPattern, pattern.Span, pattern.Value, problem);
        return null;
    }
}
