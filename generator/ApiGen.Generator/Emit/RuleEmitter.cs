using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ApiGen.Generator.Model;

namespace ApiGen.Generator.Emit;

/// <summary>Prints rules and checks: as data of descriptors, and as the calls that have them looked at.</summary>
internal static class RuleEmitter
{
    /// <summary>The rules of an initialiser; nothing if there are none.</summary>
    public static void EmitRules(SourceWriter writer, IEnumerable<RuleModel> rules)
    {
        List<RuleModel> rows = rules.ToList();
        if (rows.Count == 0) return;
        writer.Line("Rules =");
        writer.Line("[");
        using (writer.Indent("],"))
        {
            foreach (RuleModel rule in rows)
            {
                IEnumerable<string> sets =
                    rule.Alternatives.Select(set => $"[{string.Join(", ", set.Select(CSharpText.Literal))}]");
                writer.Line($"new({RuntimeNames.ParameterRuleKind}.{rule.Kind}, {string.Join(", ", sets)}),");
            }
        }
    }

    /// <summary>The properties of a descriptor that say which values a parameter takes.</summary>
    public static IEnumerable<string> ChecksOf(ParameterModel parameter)
    {
        ChecksModel checks = parameter.Checks;
        return
        [
            Text("Min", checks.Min),
            Text("Max", checks.Max),
            Number("MinLength", checks.MinLength),
            Number("MaxLength", checks.MaxLength),
            Number("MinItems", checks.MinItems),
            Number("MaxItems", checks.MaxItems),
            Text("Pattern", checks.Pattern),
            parameter.IsSensitive ? "IsSensitive = true" : "",
        ];
    }

    /// <summary>The call that holds a method's arguments against the rules; empty if they can't break any.</summary>
    public static string CheckRules(EndpointModel endpoint, MethodModel method)
    {
        List<string> given = endpoint.Rules
            .Where(rule => rule.Kind != RuleKind.ExactlyOne)
            .SelectMany(rule => rule.Alternatives)
            .SelectMany(set => set)
            .Distinct()
            .Select(name => IsGiven(endpoint.Parameters.First(parameter => parameter.Name == name), method))
            .ToList();
        return given.All(text => text is "true" or "false") ? "" : $".CheckRules([{string.Join(", ", given)}])";
    }

    /// <summary>
    /// The calls that hold one argument against its checks, and keep it to themselves; empty if there is nothing to do.
    /// </summary>
    public static string Check(ArgumentModel argument)
    {
        string hide = argument.Type is ListReference ? "HideEach" : "Hide";
        string call = argument.IsSensitive ? $".{hide}({argument.SignatureIndex}, {argument.Name})" : "";
        if (argument.Checks.HasCountChecks) call += $".CheckCount({argument.SignatureIndex}, {argument.Name})";
        string check = argument.Type is ListReference ? "CheckEach" : "Check";
        if (argument.Checks.HasBounds) call += $".{check}({argument.SignatureIndex}, {argument.Name})";
        if (argument.Checks.Pattern is not null) call += $".CheckPattern({argument.SignatureIndex}, {argument.Name})";
        return call;
    }

    /// <summary>The value that is always sent, as an argument for the call that adds it.</summary>
    public static string Constant(ParameterModel parameter) => parameter.Type switch
    {
        ScalarReference { Kind: ScalarKind.Bool or ScalarKind.Int32 or ScalarKind.Int64 } => parameter.Constant!,
        ScalarReference { Kind: ScalarKind.Double } => $"{parameter.Constant}D",
        ScalarReference { Kind: ScalarKind.Decimal } => $"{parameter.Constant}M",
        _ => CSharpText.Literal(parameter.Constant),
    };

    private static string IsGiven(ParameterModel parameter, MethodModel method)
    {
        ArgumentModel? argument =
            method.Arguments.FirstOrDefault(argument => argument.SignatureIndex == parameter.SignatureIndex);
        if (argument is null) return "false";
        if (!argument.IsOptional) return "true";

        // An empty list isn't sent.
        return argument.Type is ListReference ? $"{argument.Name} is {{ Count: > 0 }}" : $"{argument.Name} is not null";
    }

    private static string Text(string name, string? value) =>
        value is null ? "" : $"{name} = {CSharpText.Literal(value)}";

    private static string Number(string name, int? value) =>
        value is null ? "" : $"{name} = {value.Value.ToString(CultureInfo.InvariantCulture)}";
}
