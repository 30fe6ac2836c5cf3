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
                    foreach (ParameterModel parameter in endpoint.Parameters) EmitParameter(writer, parameter, types);
                }
            }

            RuleEmitter.EmitRules(writer, endpoint.Rules.Where(rule => rule.Kind == RuleKind.ExactlyOne));
            if (endpoint.Example is not null) writer.Line($"Example = {Given(endpoint)},");
            else if (Example(endpoint.Returns, types) is { } example)
                writer.Line($"{(endpoint.Unwrap is null ? "Example" : "UnwrappedExample")} = {example},");
        }
    }

    private static void EmitParameter(SourceWriter writer, ParameterModel parameter, TypeText types)
    {
        string isRequired = parameter.IsRequired || parameter.Constant is not null ? "true" : "false";
        string example = parameter.Example is null ? "" : $", {CSharpText.Literal(parameter.Example)}";
        string name = CSharpText.Literal(parameter.Name);
        string more = Initializer.Of(
            parameter.Format is null ? "" : $"Format = {CSharpText.Literal(parameter.Format)}",
            EnumerationOf(parameter.Type) is { } enumeration ? $"Values = {types.Qualified(enumeration)}.Values" : "",
            parameter.Constant is null ? "" : $"Constant = {CSharpText.Literal(parameter.Constant)}",
            parameter.Default is null ? "" : $"Default = {CSharpText.Literal(parameter.Default)}");
        writer.Line($"new({name}, \"{parameter.Type.Notation}\", {isRequired}{example}){more},");
    }

    private static string Given(EndpointModel endpoint) => endpoint.Returns is ContentReference
        ? $"[.. {CSharpText.Literal(endpoint.Example)}u8]"
        : $"[.. {CSharpText.Utf8Literal(endpoint.Example!)}]";

    private static string? EnumerationOf(TypeReference type) => type switch
    {
        EnumerationReference enumeration => enumeration.Name,
        ListReference { Element: EnumerationReference item } => item.Name,
        _ => null,
    };

    private static string? Example(TypeReference type, TypeText types) => type switch
    {
        ObjectReference reference => $"[.. {types.Qualified(reference.Name)}.Example]",
        ListReference { Element: ObjectReference element } =>
            $"[(byte)'[', .. {types.Qualified(element.Name)}.Example, (byte)']']",
        _ => null,
    };
}
