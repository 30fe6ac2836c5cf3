using System.Collections.Generic;
using System.Linq;
using ApiGen.Generator.Model;

namespace ApiGen.Generator.Binding;

/// <summary>
/// Rules that share parameters, as bits: every set of parameters that a request could carry is a number, which a rule
/// allows or not.
/// </summary>
internal sealed class RuleSet
{
    /// <summary>What is tried in a few milliseconds. More parameters than these in one knot are taken as they are.</summary>
    private const int MostParameters = 12;

    private readonly List<string> _names;
    private readonly List<int[]> _alternatives;

    private RuleSet(IReadOnlyList<BoundRule> rules)
    {
        Rules = rules;
        _names = rules.SelectMany(rule => rule.Names).Select(name => name.Value).Distinct().ToList();
        bool isSmall = _names.Count <= MostParameters;
        _alternatives = isSmall ? rules.Select(rule => rule.Model.Alternatives.Select(set => MaskOf(set)).ToArray()).ToList() : [];
        IsKnown = isSmall;
    }

    /// <summary>The rules, in the order of the spec.</summary>
    public IReadOnlyList<BoundRule> Rules { get; }

    /// <summary>Whether there are so few parameters that all sets can be tried.</summary>
    public bool IsKnown { get; }

    public IReadOnlyList<string> Names => _names;

    /// <summary>How many sets there are, from 0 on.</summary>
    public int SetCount => 1 << _names.Count;

    /// <summary>Sorts rules into sets that have no parameter in common.</summary>
    public static IReadOnlyList<RuleSet> Of(IEnumerable<BoundRule> rules)
    {
        var knots = new List<List<BoundRule>>();
        foreach (BoundRule rule in rules)
        {
            List<List<BoundRule>> joined = knots.Where(knot => knot.Any(other => Share(other, rule))).ToList();
            knots.RemoveAll(joined.Contains);
            knots.Add([.. joined.SelectMany(knot => knot), rule]);
        }

        return knots.Select(knot => new RuleSet(knot)).ToList();
    }

    /// <summary>The bits of names; those that no rule here names have none.</summary>
    public int MaskOf(IEnumerable<string> names) => names
        .Select(name => _names.IndexOf(name))
        .Where(index => index >= 0)
        .Aggregate(0, (mask, index) => mask | (1 << index));

    /// <summary>The bits of one alternative of a rule.</summary>
    public int AlternativeOf(int rule, int alternative) => _alternatives[rule][alternative];

    /// <summary>Whether a request that carries these parameters keeps a rule.</summary>
    public bool Holds(int rule, int given)
    {
        int[] alternatives = _alternatives[rule];
        RuleKind kind = Rules[rule].Model.Kind;
        if (kind == RuleKind.Requires)
            return (given & alternatives[0]) == 0 || (given & alternatives[1]) == alternatives[1];

        int named = 0;
        int covered = 0;
        int count = 0;
        foreach (int alternative in alternatives)
        {
            named |= alternative;
            if ((given & alternative) != alternative) continue;
            covered |= alternative;
            count++;
        }

        // A part of a set stands for nothing.
        if ((given & named) != covered) return false;
        return kind switch
        {
            RuleKind.ExactlyOne => count == 1,
            RuleKind.AtMostOne => count <= 1,
            RuleKind.AtLeastOne => count >= 1,
            _ => count == 0 || count == alternatives.Length,
        };
    }

    /// <summary>The sets that keep all rules and, of these parameters, have the wanted ones and no others.</summary>
    public IEnumerable<int> Allowed(int among, int wanted)
    {
        for (int given = 0; given < SetCount; given++)
        {
            if ((given & among) == wanted && Enumerable.Range(0, Rules.Count).All(rule => Holds(rule, given)))
                yield return given;
        }
    }

    /// <summary>
    /// What the rules make of a choice among some parameters, or null if no request keeps them after it.
    /// </summary>
    public RuleOutcome? After(IEnumerable<string> decided, IEnumerable<string> chosen)
    {
        int mask = MaskOf(decided);
        int choice = MaskOf(chosen);
        int possible = 0;
        int certain = -1;
        foreach (int given in Allowed(mask, choice))
        {
            possible |= given;
            certain &= given;
        }

        // At least one parameter is in every set, so that only no request at all leaves all bits.
        return certain == -1 ? null : new RuleOutcome(NamesOf(certain), NamesOf(~possible));
    }

    private List<string> NamesOf(int mask) => _names.Where((_, index) => (mask & (1 << index)) != 0).ToList();

    private static bool Share(BoundRule one, BoundRule other) =>
        one.Names.Any(name => other.Names.Any(second => second.Value == name.Value));
}
