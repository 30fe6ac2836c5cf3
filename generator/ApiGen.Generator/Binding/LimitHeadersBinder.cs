using System.Collections.Generic;
using System.Text.RegularExpressions;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>Binds the rows of a <c>limit-headers:</c> list.</summary>
internal static class LimitHeadersBinder
{
    /// <summary>RFC 9110 §5.6.2's token.</summary>
    private static readonly Regex HeaderName = new(@"\A[A-Za-z0-9!#$%&'*+\-.^_`|~]+\z", RegexOptions.CultureInvariant);

    public static EquatableArray<LimitHeadersModel> Bind(IReadOnlyList<YamlNode> rows, DiagnosticBag diagnostics)
    {
        var headers = new List<LimitHeadersModel>();
        foreach (YamlNode row in rows)
        {
            if (row is not YamlMapping map)
            {
                diagnostics.Report(
                    DiagnosticDescriptors.WrongShape, row.Span, "limit-headers", "a list of mappings");
            }
            else if (BindRow(map, diagnostics) is { } bound)
            {
                headers.Add(bound);
            }
        }

        return headers.ToEquatableArray();
    }

    private static LimitHeadersModel? BindRow(YamlMapping map, DiagnosticBag diagnostics)
    {
        var reader = new MapReader(map, "a row of limit headers", diagnostics);
        LimitScope? scope = reader.Choice("per", isRequired: false, Vocabulary.Scopes);
        long? seconds = Durations.Bind(reader.OptionalText("window"), diagnostics);
        string? limit = BindName("limit", reader.OptionalText("limit"), diagnostics);
        string? remaining = BindName("remaining", reader.RequiredText("remaining"), diagnostics);
        string? reset = BindName("reset", reader.OptionalText("reset"), diagnostics);
        ResetTime? resetTime = null;
        if (map.Find("reset") is null) reader.Refuse("reset-is", "there is no 'reset'");
        else resetTime = reader.Choice("reset-is", isRequired: true, Vocabulary.ResetTimes);
        reader.RejectUnknownKeys();
        return remaining is null ? null : new LimitHeadersModel
        {
            Scope = scope,
            Seconds = seconds,
            Limit = limit,
            Remaining = remaining,
            Reset = reset,
            ResetTime = resetTime ?? ResetTime.Epoch,
        };
    }

    private static string? BindName(string key, YamlScalar? name, DiagnosticBag diagnostics)
    {
        if (name is null || HeaderName.IsMatch(name.Value)) return name?.Value;
        diagnostics.Report(
            DiagnosticDescriptors.WrongShape, name.Span, key, "the name of a header, as x-rate-limit-remaining");
        return null;
    }
}
