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
        (int? count, long? seconds) =
            map.Find("at-once") is null ? BindWindow(reader, diagnostics) : BindAtOnce(reader);
        bool isFair = BindShare(reader, scope);
        reader.RejectUnknownKeys();
        if (scope is null || count is null || seconds is null) return;

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
            string window = seconds == 0 ? "at once" : $"in {reader.OptionalText("window")!.Value}";
            diagnostics.Report(DiagnosticDescriptors.LimitTwice, map.Span, "This scope", $"a limit {window}");
            return;
        }

        limits.Add(new LimitModel(scope.Value, count.Value, seconds.Value, isFair));
    }

    private static (int? Count, long? Seconds) BindWindow(MapReader reader, DiagnosticBag diagnostics)
    {
        int? count = reader.RequiredInt("count", 1, int.MaxValue);
        long? seconds = Durations.Bind(reader.RequiredText("window"), diagnostics);
        reader.OptionalInt("at-once", 1, int.MaxValue);
        return (count, seconds);
    }

    private static (int? Count, long? Seconds) BindAtOnce(MapReader reader)
    {
        reader.Refuse("count", "'at-once' is the number of calls");
        reader.Refuse("window", "calls at once are those under way, whenever they began");
        return (reader.RequiredInt("at-once", 1, int.MaxValue), 0);
    }

    private static bool BindShare(MapReader reader, LimitScope? scope)
    {
        if (scope != LimitScope.User)
            return reader.Choice("share", isRequired: false, Vocabulary.Shares) ?? false;
        reader.Refuse("share", "only what is 'per: app' is shared, by the app's users");
        return false;
    }
}
