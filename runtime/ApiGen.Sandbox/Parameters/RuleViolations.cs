using ApiGen.CompilerServices;

namespace ApiGen.Sandbox.Parameters;

/// <summary>Finds out which rules between parameters a request breaks.</summary>
internal static class RuleViolations
{
    /// <summary>What the request breaks first, or null.</summary>
    public static string? Find(EndpointDescription endpoint, IReadOnlyList<Argument> arguments)
    {
        HashSet<string> given = [.. arguments.Select(argument => argument.Name)];
        return endpoint.Rules
            .Concat(endpoint.Endpoint.Rules)
            .Select(rule => Find(rule, given))
            .FirstOrDefault(violation => violation is not null);
    }

    private static string? Find(ParameterRule rule, HashSet<string> given)
    {
        if (rule.Kind == ParameterRuleKind.Requires)
        {
            string[] lacking = [.. rule.Alternatives[1].Except(given)];
            return lacking.Length == 0 || !given.Contains(rule.Alternatives[0][0])
                ? null
                : $"{rule.Alternatives[0][0]} requires {string.Join(" and ", lacking)}, which the request lacks.";
        }

        string[][] whole = [.. rule.Alternatives.Where(given.IsSupersetOf)];
        string[] alone = [.. rule.Alternatives.SelectMany(set => set).Intersect(given).Except(whole.SelectMany(set => set))];
        (int least, int most, string words) = rule.Kind switch
        {
            ParameterRuleKind.ExactlyOne => (1, 1, "Exactly one"),
            ParameterRuleKind.AtMostOne => (0, 1, "At most one"),
            ParameterRuleKind.AtLeastOne => (1, int.MaxValue, "At least one"),
            _ => (whole.Length == 0 ? 0 : rule.Alternatives.Length, int.MaxValue, "All or none"),
        };
        if (alone.Length == 0 && whole.Length >= least && whole.Length <= most) return null;

        string[] found = [.. whole.SelectMany(set => set).Concat(alone).Distinct()];
        return $"{words} of {string.Join(", ", rule.Alternatives.Select(set => string.Join(" with ", set)))} is to be "
            + $"given, and the request has {(found.Length == 0 ? "none of them" : string.Join(" and ", found))}.";
    }
}
