using System.Collections.Generic;
using System.Linq;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>Binds the rows of a <c>limits:</c> list.</summary>
internal static class LimitBinder
{
    public static EquatableArray<LimitModel> Bind(
        IReadOnlyList<YamlNode> rows, AuthMode? auth, DiagnosticBag diagnostics)
    {
        var limits = new List<LimitModel>();
        foreach (YamlNode row in rows)
        {
            if (row is YamlMapping map) BindRow(map, auth, limits, diagnostics);
            else diagnostics.Report(DiagnosticDescriptors.WrongShape, row.Span, "limits", "a list of mappings");
        }

        return limits.ToEquatableArray();
    }

    private static void BindRow(
        YamlMapping map, AuthMode? auth, List<LimitModel> limits, DiagnosticBag diagnostics)
    {
        var reader = new MapReader(map, "a limit", diagnostics);
        LimitScope? scope = reader.Choice("per", isRequired: true, Vocabulary.Scopes);
        int? count = reader.RequiredInt("count", 1, int.MaxValue);
        YamlScalar? window = reader.RequiredText("window");
        reader.RejectUnknownKeys();
        if (window is null) return;

        long? seconds = Durations.Parse(window.Value);
        if (seconds is null)
        {
            diagnostics.Report(
                DiagnosticDescriptors.WrongShape,
                window.Span,
                "window",
                "a duration such as 30s, 15m, 24h or 7d, up to 366d");
            return;
        }

        if (scope is null || count is null) return;
        bool countsNothing = (scope, auth) is (LimitScope.User, AuthMode.App or AuthMode.None)
            or (LimitScope.AppToken, AuthMode.User or AuthMode.None);
        if (countsNothing)
        {
            diagnostics.Report(
                DiagnosticDescriptors.LimitOfNothing,
                map.Find("per")!.Value.Span,
                Vocabulary.Scopes.First(word => word.Value == scope).Key,
                Vocabulary.AuthModes.First(word => word.Value == auth).Key);
            return;
        }

        if (limits.Any(limit => limit.Scope == scope && limit.Seconds == seconds))
        {
            diagnostics.Report(DiagnosticDescriptors.LimitTwice, map.Span, window.Value);
            return;
        }

        limits.Add(new LimitModel(scope.Value, count.Value, seconds.Value));
    }
}
