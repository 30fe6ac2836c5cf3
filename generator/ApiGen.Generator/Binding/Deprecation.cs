using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>That something is out of use, since when, and what is used in its place.</summary>
internal sealed class Deprecation
{
    private readonly string? _since;
    private readonly string? _summary;

    private Deprecation(string? since, YamlScalar? use, string? summary)
    {
        _since = since;
        Use = use;
        _summary = summary;
    }

    /// <summary>The name of what is used in its place, as it is written.</summary>
    public YamlScalar? Use { get; }

    /// <summary>Reads <c>deprecated</c>; null if it isn't there or can't be read.</summary>
    public static Deprecation? Bind(MapReader owner, DiagnosticBag diagnostics)
    {
        YamlNode? node = owner.Optional("deprecated");
        if (node is null) return null;
        if (node is YamlScalar { IsPlain: true, Value: "true" }) return new Deprecation(null, null, null);
        if (node is not YamlMapping map)
        {
            diagnostics.Report(
                DiagnosticDescriptors.WrongShape, node.Span, "deprecated", "true, or a mapping that says more of it");
            return null;
        }

        var reader = new MapReader(map, "a deprecation", diagnostics);
        YamlScalar? since = reader.OptionalText("since");
        YamlScalar? use = reader.OptionalText("use");
        string? summary = reader.OptionalText("summary")?.Value;
        reader.RejectUnknownKeys();
        if (since is null || IsDate(since.Value)) return new Deprecation(since?.Value, use, summary);
        diagnostics.Report(DiagnosticDescriptors.WrongShape, since.Span, "since", "a date, as 2023-02-09");
        return null;
    }

    /// <summary>The sentences on it.</summary>
    /// <param name="replacement">What is used in its place, by its name in C#; null if nothing is.</param>
    public string Describe(string? replacement)
    {
        string?[] sentences =
        [
            _since is null ? "Deprecated." : $"Deprecated since {_since}.",
            replacement is null ? null : $"Use {replacement}.",
            _summary,
        ];
        return string.Join(" ", sentences.OfType<string>());
    }

    /// <summary>
    /// The candidate that <c>use</c> names. What isn't one, is the deprecated thing itself or deprecated as well is
    /// reported.
    /// </summary>
    public T? FindReplacement<T>(
        string own, IReadOnlyDictionary<string, (T Model, bool IsDeprecated)> candidates, Action<YamlScalar> reportUnknown,
        DiagnosticBag diagnostics)
        where T : class
    {
        if (Use is null) return null;
        if (!candidates.TryGetValue(Use.Value, out (T Model, bool IsDeprecated) candidate))
        {
            reportUnknown(Use);
            return null;
        }

        if (!candidate.IsDeprecated) return candidate.Model;
        if (Use.Value == own) ReportItself(Use, diagnostics);
        else diagnostics.Report(
            DiagnosticDescriptors.UselessReplacement, Use.Span, Use.Value, "it is deprecated itself");
        return null;
    }

    /// <summary>Reports that something is to be used in place of itself.</summary>
    public static void ReportItself(YamlScalar use, DiagnosticBag diagnostics) => diagnostics.Report(
        DiagnosticDescriptors.UselessReplacement, use.Span, use.Value, "it is what is deprecated");

    private static bool IsDate(string text) => DateTime.TryParseExact(
        text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
