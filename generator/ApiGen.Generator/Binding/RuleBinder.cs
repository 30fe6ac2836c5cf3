using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>Binds the rows of a <c>rules:</c> list.</summary>
internal sealed class RuleBinder
{
    /// <summary>
    /// Rules of an endpoint, and alternatives of a rule. Each is compared with each, and no API that people can call has as
    /// many.
    /// </summary>
    private const int Most = 32;

    private readonly IReadOnlyList<BoundParameter> _parameters;
    private readonly DiagnosticBag _diagnostics;
    private readonly List<BoundRule> _rules = [];

    private RuleBinder(IReadOnlyList<BoundParameter> parameters, DiagnosticBag diagnostics)
    {
        _parameters = parameters;
        _diagnostics = diagnostics;
    }

    /// <summary>The rules that make sense each for itself.</summary>
    public static IReadOnlyList<BoundRule> Bind(
        IReadOnlyList<YamlNode> rows, IReadOnlyList<BoundParameter> parameters, DiagnosticBag diagnostics)
    {
        var binder = new RuleBinder(parameters, diagnostics);
        foreach (YamlNode row in binder.WithinBounds(rows, "rules", "rows"))
        {
            if (row is YamlMapping map) binder.BindRow(map);
            else diagnostics.Report(DiagnosticDescriptors.WrongShape, row.Span, "rules", "a list of mappings");
        }

        RuleLogic.Check(RuleSet.Of(binder._rules), diagnostics);
        return binder._rules;
    }

    private void BindRow(YamlMapping map)
    {
        YamlEntry? row = map.Entries.FirstOrDefault(entry => Vocabulary.RuleKinds.ContainsKey(entry.Key.Value));
        var reader = new MapReader(map, "a rule", _diagnostics);
        foreach (string other in Vocabulary.RuleKinds.Keys)
        {
            if (row is null) reader.Optional(other);
            else if (other != row.Key.Value) reader.Refuse(other, "a rule has one key; begin another row for it");
        }

        if (row is not null) reader.Optional(row.Key.Value);
        reader.RejectUnknownKeys();
        if (row is null)
        {
            if (map.Entries.Count == 0)
                _diagnostics.Report(DiagnosticDescriptors.MissingKey, map.Span, "A rule", "exactly-one");
            return;
        }

        RuleKind kind = Vocabulary.RuleKinds[row.Key.Value];
        List<List<YamlScalar>> alternatives =
            kind == RuleKind.Requires ? ReadRequirement(row) : ReadAlternatives(row, kind);
        Add(row.Key, kind, alternatives.Select(set => Allowed(kind, set, alternatives)).ToList());
    }

    private IEnumerable<YamlNode> WithinBounds(IReadOnlyList<YamlNode> nodes, string key, string parts)
    {
        if (nodes.Count > Most)
        {
            _diagnostics.Report(
                DiagnosticDescriptors.TooManyRules,
                nodes[Most].Span,
                key,
                Most.ToString(CultureInfo.InvariantCulture),
                parts);
        }

        return nodes.Take(Most);
    }

    private void Add(YamlScalar key, RuleKind kind, List<List<YamlScalar>> alternatives)
    {
        // What is wrong in it was reported already; a rule without it would be another rule.
        if (alternatives.Count < 2 || alternatives.Any(set => set.Count == 0)) return;
        var rule = new BoundRule(
            new RuleModel(
                kind, alternatives.Select(set => set.Select(name => name.Value).ToEquatableArray()).ToEquatableArray()),
            key,
            alternatives.SelectMany(set => set).ToList());
        if (!IsKnown(rule)) _rules.Add(rule);
    }

    private List<List<YamlScalar>> ReadAlternatives(YamlEntry row, RuleKind kind)
    {
        bool hasSets = kind != RuleKind.AllOrNone;
        string shape = hasSets
            ? "a list of two or more alternatives, each a parameter or a list of two or more"
            : "a list of two or more parameters";
        if (row.Value is not YamlSequence { Items.Count: >= 2 } list)
        {
            _diagnostics.Report(DiagnosticDescriptors.WrongShape, row.Value.Span, row.Key.Value, shape);
            return [];
        }

        return WithinBounds(list.Items, row.Key.Value, "alternatives").Select(item => ReadNames(row.Key, item, shape, fewest: hasSets ? 2 : int.MaxValue)).ToList();
    }

    private List<List<YamlScalar>> ReadRequirement(YamlEntry row)
    {
        const string Shape = "a mapping of one parameter to those that it requires, as { place_id: [lat, long] }";
        if (row.Value is YamlMapping { Entries: { Count: 1 } entries })
            return [[entries[0].Key], ReadNames(row.Key, entries[0].Value, Shape, fewest: 1)];
        _diagnostics.Report(DiagnosticDescriptors.WrongShape, row.Value.Span, row.Key.Value, Shape);
        return [];
    }

    /// <summary>One name, or a list of so many names at least.</summary>
    private List<YamlScalar> ReadNames(YamlScalar key, YamlNode node, string shape, int fewest)
    {
        if (node is YamlScalar name) return [name];
        if (node is YamlSequence list && list.Items.Count >= fewest && list.Items.All(item => item is YamlScalar))
            return list.Items.Cast<YamlScalar>().ToList();
        _diagnostics.Report(DiagnosticDescriptors.WrongShape, node.Span, key.Value, shape);
        return [];
    }

    /// <summary>The names of an alternative, or none if one of them can't be in the rule.</summary>
    private List<YamlScalar> Allowed(RuleKind kind, List<YamlScalar> set, List<List<YamlScalar>> alternatives)
    {
        foreach (YamlScalar name in set)
        {
            if (_diagnostics.IsFull) return [];
            if (NamedParameter.Find(name, _parameters, _diagnostics) is not { } parameter) return [];
            if (Refusal(kind, name, parameter.Model, set, alternatives) is not { } refusal) continue;
            _diagnostics.Report(DiagnosticDescriptors.RuleConflict, name.Span, name.Value, refusal);
            return [];
        }

        return set;
    }

    private string? Refusal(
        RuleKind kind,
        YamlScalar name,
        ParameterModel parameter,
        List<YamlScalar> set,
        List<List<YamlScalar>> alternatives)
    {
        if (parameter.Constant is not null) return "its value is constant, and so it is in every request; delete it here";
        if (parameter.Place == ParameterPlace.Path) return "it is in the path of every request; delete it here";
        if (parameter.IsRequired)
        {
            return kind == RuleKind.Requires && name == alternatives[0][0]
                ? "it is in every request; make what it requires 'required' in its place"
                : "it is in every request; delete it here, or its 'required'";
        }

        if (kind == RuleKind.ExactlyOne && parameter.Default is not null)
            return "it has a default, and so may be left out with the others; write 'at-most-one', or delete 'default'";
        int place = alternatives.IndexOf(set);
        if (set.First(other => other.Value == name.Value) != name)
            return "it is in this alternative twice; delete one of the two";
        if (kind is RuleKind.Requires or RuleKind.AllOrNone)
        {
            bool isRepeated = alternatives.Take(place).Any(before => Has(before, name));
            return isRepeated ? "it is in this rule twice; delete one of the two" : null;
        }

        bool isWithin = alternatives.Where((other, i) => i != place && set.All(each => Has(other, each)))
            .Any(other => other.Count > set.Count || alternatives.IndexOf(other) < place);
        if (isWithin) return "whoever gives another alternative gives this one as well; delete one of the two";
        bool isTaken = kind == RuleKind.ExactlyOne && _rules.Any(rule =>
            rule.Model.Kind == RuleKind.ExactlyOne && rule.Names.Any(other => other.Value == name.Value));
        return isTaken ? "it is in another 'exactly-one' already; let one rule have all the alternatives" : null;
    }

    /// <summary>Whether a rule stands there already, or becomes another together with one.</summary>
    private bool IsKnown(BoundRule rule)
    {
        string text = Canonical(rule.Model);
        foreach (BoundRule before in _rules.Where(before => Canonical(before.Model) == text))
        {
            RuleKind[] kinds = [rule.Model.Kind, before.Model.Kind];
            string? reason = kinds[0] == kinds[1]
                ? "it is there already; delete it"
                : kinds.Contains(RuleKind.AtLeastOne) && kinds.Contains(RuleKind.AtMostOne)
                    ? "with the other rule on the same parameters it is 'exactly-one'; write that in place of both"
                    : null;
            if (reason is null) continue;
            _diagnostics.Report(DiagnosticDescriptors.IdleRule, rule.Key.Span, rule.Key.Value, reason);
            return true;
        }

        return false;
    }

    /// <summary>The alternatives of a rule as a text that is the same in whatever order they stand.</summary>
    private static string Canonical(RuleModel rule)
    {
        IEnumerable<string> sets = rule.Alternatives
            .Select(set => string.Join(" ", set.OrderBy(name => name, StringComparer.Ordinal)));
        return rule.Kind == RuleKind.Requires
            ? string.Join(" requires ", sets)
            : string.Join(", ", sets.OrderBy(set => set, StringComparer.Ordinal));
    }

    private static bool Has(List<YamlScalar> set, YamlScalar name) => set.Any(other => other.Value == name.Value);
}
