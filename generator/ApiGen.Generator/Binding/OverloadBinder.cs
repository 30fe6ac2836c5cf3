using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ApiGen.Generator.Model;

namespace ApiGen.Generator.Binding;

/// <summary>
/// Turns "exactly one of these" into overloads, so that none or both doesn't compile: one overload for every way of
/// choosing one parameter from each group.
/// </summary>
internal static class OverloadBinder
{
    public static EquatableArray<MethodModel> Bind(
        string verb, IReadOnlyList<BoundParameter> parameters, EquatableArray<EquatableArray<string>> groups)
    {
        var grouped = new HashSet<string>(groups.SelectMany(group => group));
        List<ImmutableArray<string>> choices = Choices(groups);
        List<ImmutableArray<ArgumentModel>> overloads =
            choices.Select(choice => Arguments(parameters, grouped, choice)).ToList();

        // Where the compiler couldn't tell two overloads apart by the types of what is required, names must.
        bool areDistinct = overloads.Select(arguments => RequiredTypes(arguments)).Distinct().Count() == overloads.Count;
        return choices
            .Zip(overloads, (choice, arguments) => new MethodModel(
                areDistinct ? verb : NameBy(verb, choice), arguments.ToEquatableArray()))
            .ToEquatableArray();
    }

    /// <summary>The overloads that C# can tell apart; with types that have errors they may have become alike.</summary>
    public static EquatableArray<MethodModel> WithoutTwins(IEnumerable<MethodModel> methods) => methods
        .GroupBy(method => (method.Name, RequiredTypes(method.Arguments)))
        .Select(twins => twins.First())
        .ToEquatableArray();

    private static List<ImmutableArray<string>> Choices(EquatableArray<EquatableArray<string>> groups)
    {
        List<ImmutableArray<string>> choices = [ImmutableArray<string>.Empty];
        foreach (EquatableArray<string> group in groups)
        {
            choices = choices.SelectMany(choice => group.Select(choice.Add)).ToList();
        }

        return choices;
    }

    private static ImmutableArray<ArgumentModel> Arguments(
        IReadOnlyList<BoundParameter> parameters, HashSet<string> grouped, ImmutableArray<string> choice)
    {
        IEnumerable<ArgumentModel> arguments =
            from parameter in parameters
            let model = parameter.Model
            let isChosen = choice.Contains(model.Name)
            where isChosen || !grouped.Contains(model.Name)
            select new ArgumentModel
            {
                Name = model.Argument,
                Type = model.Type,
                IsOptional = !isChosen && !model.IsRequired,
                Summary = parameter.Summary,
                SignatureIndex = model.SignatureIndex,
            };

        // OrderBy is stable, so that each half keeps the order of the spec.
        return arguments.OrderBy(argument => argument.IsOptional).ToImmutableArray();
    }

    private static string RequiredTypes(IEnumerable<ArgumentModel> arguments) =>
        string.Join(",", arguments.Where(argument => !argument.IsOptional).Select(argument => argument.Type.Notation));

    private static string NameBy(string verb, ImmutableArray<string> choice) =>
        verb + "By" + string.Join("And", choice.Select(CSharpNames.Pascal));
}
