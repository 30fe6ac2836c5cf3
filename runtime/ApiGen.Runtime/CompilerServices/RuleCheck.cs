namespace ApiGen.CompilerServices;

/// <summary>Holds the arguments of calls of one endpoint against its rules.</summary>
internal sealed class RuleCheck
{
    private readonly EndpointDescriptor _endpoint;
    private readonly string[] _names;

    /// <summary>The rules' alternatives, as places among the names.</summary>
    private readonly int[][][] _alternatives;

    public RuleCheck(EndpointDescriptor endpoint)
    {
        _endpoint = endpoint;
        _names = [.. endpoint.Rules.SelectMany(rule => rule.Alternatives).SelectMany(set => set).Distinct()];
        _alternatives =
        [
            .. endpoint.Rules.Select(rule => rule.Alternatives
                .Select(set => Array.ConvertAll(set, name => Array.IndexOf(_names, name)))
                .ToArray()),
        ];
    }

    /// <summary>Refuses arguments that break a rule.</summary>
    /// <param name="given">Which parameters are given, in the order in which the rules first name them.</param>
    /// <exception cref="ArgumentException">A rule is broken.</exception>
    public void Run(ReadOnlySpan<bool> given)
    {
        if (given.Length != _names.Length)
            throw new ArgumentException($"The rules name {_names.Length} parameters.", nameof(given));
        for (int rule = 0; rule < _alternatives.Length; rule++)
        {
            if (FindProblem(_endpoint.Rules[rule].Kind, _alternatives[rule], given) is var (problem, place))
                throw new ArgumentException(problem, NameOf(place));
        }
    }

    /// <summary>What breaks a rule, and the place of the parameter that does, or null if nothing does.</summary>
    private (string Problem, int Place)? FindProblem(
        ParameterRuleKind kind, int[][] alternatives, ReadOnlySpan<bool> given)
    {
        if (kind == ParameterRuleKind.Requires)
        {
            int trigger = alternatives[0][0];
            int lacking = given[trigger] ? FirstLacking(alternatives[1], given) : -1;
            return lacking < 0 ? null : ($"{NameOf(trigger)} can only be given with {NamesOf(alternatives[1])}.", lacking);
        }

        List<int[]> whole = [];
        foreach (int[] set in alternatives)
        {
            if (FirstLacking(set, given) < 0) whole.Add(set);
        }

        if (FindPart(alternatives, whole, given) is var (part, alone))
            return ($"{NamesOf(part)} are only given together; {NameOf(alone)} is lacking.", alone);
        bool isKept = kind switch
        {
            ParameterRuleKind.ExactlyOne => whole.Count == 1,
            ParameterRuleKind.AtMostOne => whole.Count <= 1,
            ParameterRuleKind.AtLeastOne => whole.Count >= 1,
            _ => whole.Count == 0 || whole.Count == alternatives.Length,
        };
        if (isKept) return null;

        string all = string.Join(", ", alternatives.Select(set => NamesOf(set)));
        int[] broken = kind == ParameterRuleKind.AllOrNone
            ? alternatives.First(set => !whole.Contains(set))
            : whole.Count == 0 ? alternatives[0] : whole[^1];
        string found = whole.Count == 0 ? "none" : string.Join(", ", whole.Select(set => NamesOf(set)));
        return ($"{WordsOf(kind)} of these can be given: {all}. Given: {found}.", broken[0]);
    }

    /// <summary>A set that is given in part, with its first missing member, unless that part is of other sets.</summary>
    private static (int[] Set, int Lacking)? FindPart(
        int[][] alternatives, List<int[]> whole, ReadOnlySpan<bool> given)
    {
        foreach (int[] set in alternatives)
        {
            foreach (int place in set)
            {
                if (given[place] && !whole.Exists(other => other.Contains(place)))
                    return (set, FirstLacking(set, given));
            }
        }

        return null;
    }

    private static int FirstLacking(int[] set, ReadOnlySpan<bool> given)
    {
        foreach (int place in set)
        {
            if (!given[place]) return place;
        }

        return -1;
    }

    private static string WordsOf(ParameterRuleKind kind) => kind switch
    {
        ParameterRuleKind.ExactlyOne => "Exactly one",
        ParameterRuleKind.AtMostOne => "At most one",
        ParameterRuleKind.AtLeastOne => "One or more",
        _ => "Either all or none",
    };

    /// <summary>The C# name of an argument.</summary>
    private string NameOf(int place) =>
        Array.Find(_endpoint.Parameters, parameter => parameter.Name == _names[place])!.Argument;

    private string NamesOf(int[] set) => string.Join(" with ", set.Select(NameOf));
}
