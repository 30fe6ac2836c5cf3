using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ApiGen.Generator.Model;

namespace ApiGen.Generator.Binding;

/// <summary>Says the rules in words that a method's optional arguments have to keep.</summary>
internal static class RuleText
{
    /// <summary>A sentence for every rule that a call of an overload can break; empty if there is none.</summary>
    public static string Describe(
        IEnumerable<RuleModel> rules,
        IReadOnlyList<BoundParameter> parameters,
        ImmutableArray<ArgumentModel> arguments)
    {
        Dictionary<string, ArgumentModel> byName = parameters
            .Join(arguments, p => p.Model.SignatureIndex, a => a.SignatureIndex, (p, a) => (p.Model.Name, Argument: a))
            .ToDictionary(pair => pair.Name, pair => pair.Argument);
        return string.Join(
            " ",
            rules
                .Where(rule => rule.Kind != RuleKind.ExactlyOne)
                .Select(rule => Sentence(rule, byName))
                .OfType<string>());
    }

    private static string? Sentence(RuleModel rule, Dictionary<string, ArgumentModel> arguments)
    {
        // What an overload lacks can't be given wrongly.
        List<EquatableArray<string>> sets = rule.Alternatives.Where(set => set.All(arguments.ContainsKey)).ToList();
        bool isOpen = sets.SelectMany(set => set).Any(name => arguments[name].IsOptional);
        if (!isOpen || sets.Count < (rule.Kind == RuleKind.AtLeastOne ? 1 : 2)) return null;
        List<string> texts = sets.Select(set => Join(set.Select(NameOf), "with")).ToList();
        return rule.Kind switch
        {
            RuleKind.AtMostOne => $"At most one of {Join(texts, "and")} is given.",
            RuleKind.AtLeastOne => $"At least one of {Join(texts, "and")} is given.",
            RuleKind.AllOrNone => $"Either all of {Join(texts, "and")} are given or none.",
            _ => $"With {texts[0]} goes {Join(sets[1].Select(NameOf), "and")}.",
        };

        string NameOf(string name) => arguments[name].Name.TrimStart('@');
    }

    private static string Join(IEnumerable<string> names, string last)
    {
        List<string> list = names.ToList();
        return list.Count == 1
            ? list[0]
            : $"{string.Join(", ", list.Take(list.Count - 1))} {last} {list[list.Count - 1]}";
    }
}
