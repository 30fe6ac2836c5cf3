using System.Collections.Generic;
using System.Linq;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>Binds the rows of a <c>limits:</c> list.</summary>
internal static class LimitBinder
{
    /// <param name="rows">The rows.</param>
    /// <param name="auth">On whose behalf the calls are made; null if that differs, as in a pool.</param>
    /// <param name="parameters">The parameters of the calls; null in a pool.</param>
    /// <param name="diagnostics">Where errors go.</param>
    public static EquatableArray<LimitModel> Bind(
        IReadOnlyList<YamlNode> rows,
        AuthMode? auth,
        IReadOnlyList<BoundParameter>? parameters,
        DiagnosticBag diagnostics)
    {
        var limits = new List<LimitModel>();
        var counted = new HashSet<LimitModel>();
        foreach (YamlNode row in rows)
        {
            if (row is YamlMapping map) BindRow(map, auth, parameters, limits, counted, diagnostics);
            else diagnostics.Report(DiagnosticDescriptors.WrongShape, row.Span, "limits", "a list of mappings");
        }

        return limits.ToEquatableArray();
    }

    private static void BindRow(
        YamlMapping map,
        AuthMode? auth,
        IReadOnlyList<BoundParameter>? parameters,
        List<LimitModel> limits,
        HashSet<LimitModel> counted,
        DiagnosticBag diagnostics)
    {
        var reader = new MapReader(map, "a limit", diagnostics);
        LimitScope? scope = reader.Choice("per", isRequired: true, Vocabulary.Scopes);
        (int? count, long? seconds, CalendarModel? calendar) = BindTime(map, reader, diagnostics);
        EquatableArray<string> forEach = BindForEach(reader, parameters, diagnostics);
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

        var limit = new LimitModel(scope.Value, count.Value, seconds.Value, isFair)
        {
            Calendar = calendar,
            ForEach = forEach,
        };
        if (!counted.Add(limit.Counted))
        {
            string window = map.Find("window")?.Value is YamlScalar length
                ? $"in {length.Value}"
                : RemarksText.DescribeWindow(limit);
            diagnostics.Report(DiagnosticDescriptors.LimitTwice, map.Span, "This scope", $"a limit {window}");
            return;
        }

        limits.Add(limit);
    }

    private static (int? Count, long? Seconds, CalendarModel? Calendar) BindTime(
        YamlMapping map, MapReader reader, DiagnosticBag diagnostics)
    {
        if (map.Find("at-once") is not null) return BindAtOnce(reader);
        if (map.Find("calendar") is not null) return BindCalendar(reader, diagnostics);
        reader.Refuse("zone", "there is no 'calendar'");
        return BindWindow(reader, diagnostics);
    }

    private static (int? Count, long? Seconds, CalendarModel? Calendar) BindWindow(
        MapReader reader, DiagnosticBag diagnostics)
    {
        int? count = reader.RequiredInt("count", 1, int.MaxValue);
        long? seconds = Durations.Bind(reader.RequiredText("window"), diagnostics);
        reader.OptionalInt("at-once", 1, int.MaxValue);
        reader.OptionalText("calendar");
        return (count, seconds, null);
    }

    private static (int? Count, long? Seconds, CalendarModel? Calendar) BindCalendar(
        MapReader reader, DiagnosticBag diagnostics)
    {
        int? count = reader.RequiredInt("count", 1, int.MaxValue);
        CalendarPeriod? period = reader.Choice("calendar", isRequired: true, Vocabulary.Calendars);
        YamlScalar? zone = reader.OptionalText("zone");
        reader.Refuse("window", "'calendar' says over what time calls are counted");
        if (zone is not null && !TimeZones.Has(zone.Value))
        {
            string suggestion = Suggestions.DidYouMean(zone.Value, TimeZones.Names);
            diagnostics.Report(DiagnosticDescriptors.UnknownZone, zone.Span, zone.Value, suggestion);
            return default;
        }

        return period is null ? default : (count, 0, new CalendarModel(period.Value, zone?.Value ?? "UTC"));
    }

    private static (int? Count, long? Seconds, CalendarModel? Calendar) BindAtOnce(MapReader reader)
    {
        reader.Refuse("count", "'at-once' is the number of calls");
        reader.Refuse("window", "calls at once are those under way, whenever they began");
        reader.Refuse("calendar", "calls at once are those under way, whenever they began");
        reader.Refuse("zone", "calls at once are those under way, whenever they began");
        return (reader.RequiredInt("at-once", 1, int.MaxValue), 0, null);
    }

    /// <summary>One parameter or several; of an endpoint's own limit they are parameters of its.</summary>
    private static EquatableArray<string> BindForEach(
        MapReader reader, IReadOnlyList<BoundParameter>? parameters, DiagnosticBag diagnostics)
    {
        var names = new List<string>();
        foreach (YamlScalar name in reader.OptionalTextOrTexts("for-each"))
        {
            BoundParameter? parameter =
                parameters is null ? null : NamedParameter.Find(name, parameters, diagnostics);
            if (parameters is not null && parameter is null) continue;
            if (names.Contains(name.Value) || parameter is { Model.HasOneValue: false })
            {
                diagnostics.Report(
                    DiagnosticDescriptors.WrongShape,
                    name.Span,
                    "for-each",
                    "one or more parameters, each once and of a type with one value");
            }
            else
            {
                names.Add(name.Value);
            }
        }

        return names.ToEquatableArray();
    }

    private static bool BindShare(MapReader reader, LimitScope? scope)
    {
        if (scope is null or LimitScope.App)
            return reader.Choice("share", isRequired: false, Vocabulary.Shares) ?? false;
        reader.Refuse("share", "only what is 'per: app' is shared, by the app's users");
        return false;
    }
}
