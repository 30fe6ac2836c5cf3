using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;

namespace ApiGen.Generator.Binding;

/// <summary>
/// Turns "exactly one of these" into overloads, so that none or both doesn't compile: one overload for every way of
/// choosing one alternative from each rule. What the other rules make of a choice, its overload says too: it lacks what
/// can't be given any more, and requires what must be.
/// </summary>
internal sealed class OverloadBinder
{
    private const int MostOverloads = 32;

    private readonly IReadOnlyList<BoundParameter> _parameters;
    private readonly IReadOnlyList<RuleModel> _rules;
    private readonly IReadOnlyList<RuleSet> _sets;
    private readonly HashSet<string> _grouped;

    private OverloadBinder(
        IReadOnlyList<BoundParameter> parameters, IReadOnlyList<RuleModel> rules, IReadOnlyList<RuleSet> sets)
    {
        _parameters = parameters;
        _rules = rules;
        _sets = sets;
        _grouped = [.. rules.Where(IsExclusive).SelectMany(rule => rule.Alternatives).SelectMany(set => set)];
    }

    public static EquatableArray<MethodModel> Bind(
        string verb,
        IReadOnlyList<BoundParameter> parameters,
        IReadOnlyList<BoundRule> rules,
        string? deprecated,
        DiagnosticBag diagnostics)
    {
        List<BoundRule> printed = WithinBounds(rules, diagnostics);
        var binder = new OverloadBinder(
            parameters, printed.Select(rule => rule.Model).ToList(), RuleSet.Of(printed));
        return binder.Bind(verb, deprecated);
    }

    /// <summary>The rules without the one, and those after it, that would make too many overloads.</summary>
    private static List<BoundRule> WithinBounds(IReadOnlyList<BoundRule> rules, DiagnosticBag diagnostics)
    {
        long count = 1;
        var within = new List<BoundRule>();
        foreach (BoundRule rule in rules)
        {
            long more = IsExclusive(rule.Model) ? count * rule.Model.Alternatives.Count : count;
            if (more > MostOverloads)
            {
                diagnostics.Report(
                    DiagnosticDescriptors.TooManyOverloads,
                    rule.Key.Span,
                    rule.Key.Value,
                    more.ToString(CultureInfo.InvariantCulture),
                    MostOverloads.ToString(CultureInfo.InvariantCulture));
                return within;
            }

            count = more;
            within.Add(rule);
        }

        return within;
    }

    private EquatableArray<MethodModel> Bind(string verb, string? deprecated)
    {
        var choices = new List<ImmutableArray<string>>();
        var overloads = new List<ImmutableArray<ArgumentModel>>();
        foreach (ImmutableArray<string> choice in Choices())
        {
            List<RuleOutcome?> after = _sets.Where(set => set.IsKnown).Select(set => set.After(_grouped, choice)).ToList();

            // It leaves no way to keep all rules.
            if (after.Contains(null)) continue;
            choices.Add(choice);
            overloads.Add(Arguments(choice, after.OfType<RuleOutcome>().ToList()));
        }

        bool areDistinct = OverloadText.AreDistinct(overloads);
        return choices
            .Zip(overloads, (choice, arguments) => new MethodModel
            {
                Name = areDistinct ? verb : NameBy(verb, choice),
                Arguments = arguments.ToEquatableArray(),
                RulesText = RuleText.Describe(_rules, _parameters, arguments),
                Deprecated = deprecated ?? DeprecationOf(choice),
            })
            .ToEquatableArray();
    }

    /// <summary>The overloads that C# can tell apart; with types that have errors they may have become alike.</summary>
    public static EquatableArray<MethodModel> WithoutTwins(IEnumerable<MethodModel> methods) => methods
        .GroupBy(method => (method.Name, OverloadText.Signature(method.Arguments)))
        .Select(twins => twins.First())
        .ToEquatableArray();

    private List<ImmutableArray<string>> Choices()
    {
        List<ImmutableArray<string>> choices = [ImmutableArray<string>.Empty];
        foreach (RuleModel rule in _rules.Where(IsExclusive))
        {
            choices = choices
                .SelectMany(choice => rule.Alternatives.Select(set => choice.AddRange(set)))
                .ToList();
        }

        return choices;
    }

    private ImmutableArray<ArgumentModel> Arguments(
        ImmutableArray<string> choice, IReadOnlyList<RuleOutcome> after)
    {
        IEnumerable<ArgumentModel> arguments =
            from parameter in _parameters
            let model = parameter.Model
            let isGiven = model.IsRequired || choice.Contains(model.Name)
                || after.Any(outcome => outcome.Certain.Contains(model.Name))
            where model.Constant is null && (isGiven || !_grouped.Contains(model.Name))
            where !after.Any(outcome => outcome.Impossible.Contains(model.Name))
            select new ArgumentModel
            {
                Name = model.Argument,
                Type = model.Type,
                IsOptional = !isGiven,
                Summary = parameter.Summary,
                Notes = parameter.Notes,
                Checks = model.Checks,
                IsSensitive = model.IsSensitive,
                SignatureIndex = model.SignatureIndex,
            };

        // OrderBy is stable, so that each half keeps the order of the spec.
        return arguments.OrderBy(argument => argument.IsOptional).ToImmutableArray();
    }

    /// <summary>Why an overload is out of use that exists for a deprecated parameter, or null.</summary>
    private string? DeprecationOf(ImmutableArray<string> choice) => _parameters
        .Where(parameter => parameter.Deprecated is not null && choice.Contains(parameter.Model.Name))
        .Select(parameter => $"By {parameter.Model.Argument.TrimStart('@')}: {parameter.Deprecated}")
        .FirstOrDefault();

    private static bool IsExclusive(RuleModel rule) => rule.Kind == RuleKind.ExactlyOne;

    private static string NameBy(string verb, ImmutableArray<string> choice) =>
        verb + "By" + string.Join("And", choice.Select(CSharpNames.Pascal));
}
