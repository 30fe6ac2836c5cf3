using System;
using System.Collections.Generic;
using System.Linq;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>
/// Finds what rules make of each other by trying every set of parameters that a request could carry: rules that
/// contradict or repeat others, and parameters that they never or always let be given.
/// </summary>
internal sealed class RuleLogic
{
    private readonly RuleSet _set;
    private readonly DiagnosticBag _diagnostics;

    /// <summary>For each number of rules from the first on: what some request that keeps them carries.</summary>
    private readonly int[] _possible;

    /// <summary>For each number of rules from the first on: what every request that keeps them carries.</summary>
    private readonly int[] _certain;

    /// <summary>For each number of rules from the first on: whether there is a request that keeps them.</summary>
    private readonly bool[] _canBeKept;

    /// <summary>For each rule: whether some request breaks it alone.</summary>
    private readonly bool[] _isNeeded;

    private RuleLogic(RuleSet set, DiagnosticBag diagnostics)
    {
        _set = set;
        _diagnostics = diagnostics;
        int count = set.Rules.Count;
        _possible = new int[count + 1];
        _certain = Enumerable.Repeat(-1, count + 1).ToArray();
        _canBeKept = new bool[count + 1];
        _isNeeded = new bool[count];
    }

    /// <summary>Reports the first thing that is wrong with each knot of rules.</summary>
    public static void Check(IReadOnlyList<RuleSet> sets, DiagnosticBag diagnostics)
    {
        foreach (RuleSet set in sets.Where(set => set.IsKnown)) new RuleLogic(set, diagnostics).Check();
    }

    private void Check()
    {
        for (int given = 0; given < _set.SetCount; given++) Try(given);
        for (int kept = _set.Rules.Count - 1; kept >= 0; kept--)
        {
            _possible[kept] |= _possible[kept + 1];
            _certain[kept] &= _certain[kept + 1];
            _canBeKept[kept] |= _canBeKept[kept + 1];
        }

        for (int rule = 0; rule < _set.Rules.Count; rule++)
        {
            if (!MakesSense(rule)) return;
        }

        if (HasDeadAlternative()) return;
        int idle = Array.LastIndexOf(_isNeeded, false);
        if (idle < 0) return;
        const string Reason = "whatever it asks follows from the other rules; delete it";
        _diagnostics.Report(DiagnosticDescriptors.IdleRule, KeyOf(idle).Span, KeyOf(idle).Value, Reason);
    }

    private void Try(int given)
    {
        int firstBroken = _set.Rules.Count;
        int brokenCount = 0;
        for (int rule = 0; rule < _set.Rules.Count; rule++)
        {
            if (_set.Holds(rule, given)) continue;
            if (brokenCount++ == 0) firstBroken = rule;
        }

        _possible[firstBroken] |= given;
        _certain[firstBroken] &= given;
        _canBeKept[firstBroken] = true;
        if (brokenCount == 1) _isNeeded[firstBroken] = true;
    }

    /// <summary>Whether a rule leaves a choice, beside those before it.</summary>
    private bool MakesSense(int rule)
    {
        int kept = rule + 1;
        YamlScalar key = KeyOf(rule);
        if (!_canBeKept[kept])
        {
            _diagnostics.Report(
                DiagnosticDescriptors.RuleContradiction,
                key.Span,
                key.Value,
                "no request can keep it and the rules before it; delete one of them");
            return false;
        }

        for (int index = 0; index < _set.Names.Count; index++)
        {
            string name = _set.Names[index];
            bool isNever = (_possible[kept] & (1 << index)) == 0;
            bool isAlways = (_certain[kept] & (1 << index)) != 0;
            if (!isNever && !isAlways) continue;
            YamlScalar place = _set.Rules[rule].Names.FirstOrDefault(scalar => scalar.Value == name) ?? key;
            string reason = isNever
                ? $"'{name}' could never be given; loosen this rule or one before it"
                : $"'{name}' would be in every request; make it 'required' and delete it from the rules";
            _diagnostics.Report(DiagnosticDescriptors.RuleContradiction, place.Span, key.Value, reason);
            return false;
        }

        return true;
    }

    private bool HasDeadAlternative()
    {
        for (int rule = 0; rule < _set.Rules.Count; rule++)
        {
            RuleModel model = _set.Rules[rule].Model;
            if (model.Kind is RuleKind.Requires or RuleKind.AllOrNone) continue;
            int union = _set.MaskOf(_set.Rules[rule].Names.Select(name => name.Value));
            for (int i = 0; i < model.Alternatives.Count; i++)
            {
                int alternative = _set.AlternativeOf(rule, i);
                if (_set.Allowed(model.Kind == RuleKind.AtLeastOne ? alternative : union, alternative).Any()) continue;
                YamlScalar place = _set.Rules[rule].Names.First(name => model.Alternatives[i].Contains(name.Value));
                string names = string.Join(" with ", model.Alternatives[i].Select(name => $"'{name}'"));
                _diagnostics.Report(
                    DiagnosticDescriptors.RuleContradiction,
                    place.Span,
                    KeyOf(rule).Value,
                    $"another rule never lets {names} be given; delete the alternative, or that rule");
                return true;
            }
        }

        return false;
    }

    private YamlScalar KeyOf(int rule) => _set.Rules[rule].Key;
}
