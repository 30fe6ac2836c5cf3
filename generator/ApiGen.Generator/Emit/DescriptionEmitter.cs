using System.Linq;
using ApiGen.Generator.Model;

namespace ApiGen.Generator.Emit;

/// <summary>Prints what a sandbox needs to know of an endpoint beyond what a call does.</summary>
internal static class DescriptionEmitter
{
    public static void Emit(SourceWriter writer, EndpointModel endpoint, TypeText types)
    {
        string name = $"{endpoint.Verb}Description";
        using (writer.Block(
            $"internal static {RuntimeNames.EndpointDescription} {name} => new({endpoint.Verb}Endpoint)", "};"))
        {
            if (endpoint.Summary is not null) writer.Line($"Summary = {CSharpText.Literal(endpoint.Summary)},");
            if (endpoint.Parameters.Count > 0)
            {
                writer.Line("Parameters =");
                writer.Line("[");
                using (writer.Indent("],"))
                {
                    foreach (ParameterModel parameter in endpoint.Parameters) EmitParameter(writer, parameter);
                }
            }

            RuleEmitter.EmitRules(writer, endpoint.Rules.Where(rule => rule.Kind == RuleKind.ExactlyOne));
            string? example = Example(endpoint.Returns, types);
            if (example is not null) writer.Line($"Example = {example},");
        }
    }

    private static void EmitParameter(SourceWriter writer, ParameterModel parameter)
    {
        string isRequired = parameter.IsRequired || parameter.Constant is not null ? "true" : "false";
        string example = parameter.Example is null ? "" : $", {CSharpText.Literal(parameter.Example)}";
        string name = CSharpText.Literal(parameter.Name);
        writer.Line($"new({name}, \"{parameter.Type.Notation}\", {isRequired}{example}){Given(parameter)},");
    }

    /// <summary>What a sandbox is told of a value that nobody gives.</summary>
    private static string Given(ParameterModel parameter)
    {
        if (parameter.Constant is { } constant) return $" {{ Constant = {CSharpText.Literal(constant)} }}";
        return parameter.Default is { } value ? $" {{ Default = {CSharpText.Literal(value)} }}" : "";
    }

    private static string? Example(TypeReference type, TypeText types) => type switch
    {
        ObjectReference reference => $"[.. {types.Qualified(reference.Name)}.Example]",
        ListReference { Element: ObjectReference element } =>
            $"[(byte)'[', .. {types.Qualified(element.Name)}.Example, (byte)']']",
        _ => null,
    };
}
