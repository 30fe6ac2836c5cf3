using System.Globalization;
using System.Linq;
using ApiGen.Generator.Model;

namespace ApiGen.Generator.Emit;

/// <summary>Prints an endpoint: a static descriptor and short methods with no logic in them.</summary>
internal static class EndpointEmitter
{
    public static string Emit(
        ResolvedSpec spec, EndpointModel endpoint, TypeText types, WriterText writers)
    {
        var writer = new SourceWriter();
        string className = ClassNames.Of(spec.ApiName, endpoint.Resource, endpoint.Auth);
        using (writer.Block($"partial class {className}"))
        {
            EmitDescriptor(writer, spec, endpoint, types);
            writer.EmptyLine();
            DescriptionEmitter.Emit(writer, endpoint, types);
            foreach (MethodModel method in endpoint.Methods)
                MethodEmitter.Emit(writer, endpoint, method, types, writers);
            if (endpoint.Failures.Count > 0)
            {
                writer.EmptyLine();
                FailureEmitter.EmitNames(writer, $"{endpoint.Verb}Failures", "this call", endpoint.Failures);
            }
        }

        writer.EmptyLine();
        using (writer.Block($"partial class {className}Budgets"))
        {
            string summary = $"The budgets of {endpoint.Name}. {endpoint.Remarks}";
            writer.Line($"/// <summary>{CSharpText.Doc(summary)}</summary>");
            writer.Line($"public virtual {RuntimeNames.EndpointBudgets} {endpoint.Verb} => "
                + $"_connection.BudgetsOf({className}.{endpoint.Verb}Endpoint);");
        }

        return writer.ToString().TrimEnd('\n');
    }

    private static void EmitDescriptor(SourceWriter writer, ResolvedSpec spec, EndpointModel endpoint, TypeText types)
    {
        string type = $"{RuntimeNames.EndpointDescriptor}<{types.Type(endpoint.Returns)}>";
        using (writer.Block($"internal static readonly {type} {endpoint.Verb}Endpoint = new()", "};"))
        {
            writer.Line($"""
                Api = {spec.ApiName}Api.Descriptor,
                Name = {CSharpText.Literal(endpoint.Name)},
                Method = {CSharpText.Literal(endpoint.HttpMethod)},
                Path = {CSharpText.Literal(endpoint.Path)},
                """);
            if (endpoint.Host is { } host) writer.Line($"Host = {spec.ApiName}Api.{ApiEmitter.HostField(host)},");
            if (endpoint.SignedPath is { } signed) writer.Line($"SignedPath = {CSharpText.Literal(signed)},");
            if (endpoint.Auth != AuthMode.User) writer.Line($"Auth = {RuntimeNames.AuthMode}.{endpoint.Auth},");
            EmitParameters(writer, endpoint);
            RuleEmitter.EmitRules(writer, endpoint.Rules.Where(rule => rule.Kind != RuleKind.ExactlyOne));
            LimitEmitter.EmitProperty(writer, endpoint.Limits);
            EmitPools(writer, spec, endpoint);
            if (endpoint.Cost != 1) writer.Line($"Cost = {endpoint.Cost.ToString(CultureInfo.InvariantCulture)},");
            ErrorShapeEmitter.Emit(writer, endpoint.Errors);
            FailureEmitter.EmitRows(writer, endpoint.Failures);
            if (endpoint.IsReplaySafe) writer.Line("IsReplaySafe = true,");
            if (endpoint.Unwrap is { } unwrap) writer.Line($"Unwrap = {CSharpText.Literal(unwrap)},");
            PagesEmitter.EmitProperty(writer, endpoint.Pages);
            writer.Line(endpoint.Returns is ContentReference { Content: var content }
                ? $"Content = {RuntimeNames.AnswerContent}.{content},"
                : $"Read = {types.Reader(endpoint.Returns)},");
        }
    }

    private static void EmitParameters(SourceWriter writer, EndpointModel endpoint)
    {
        if (endpoint.Parameters.Count == 0) return;
        writer.Line("Parameters =");
        writer.Line("[");
        using (writer.Indent("],"))
        {
            foreach (ParameterModel parameter in endpoint.Parameters.OrderBy(parameter => parameter.SignatureIndex))
            {
                string argument = CSharpText.Literal(parameter.Argument.TrimStart('@'));
                string more = Initializer.Of(
                [
                    parameter.Join == ListJoin.Csv ? "" : $"Join = {RuntimeNames.ListJoin}.{parameter.Join}",
                    parameter.Format is null ? "" : $"Dates = new({CSharpText.Literal(parameter.Format)})",
                    .. RuleEmitter.ChecksOf(parameter),
                ]);
                writer.Line($"new({CSharpText.Literal(parameter.Name)}, {argument}, "
                    + $"{RuntimeNames.ParameterPlace}.{parameter.Place}){more},");
            }
        }
    }

    private static void EmitPools(SourceWriter writer, ResolvedSpec spec, EndpointModel endpoint)
    {
        if (endpoint.Pools.Count == 0) return;
        var fields = endpoint.Pools.Select(pool => $"{spec.ApiName}Api.{LimitEmitter.FieldOf(pool)}");
        writer.Line($"Pools = [{string.Join(", ", fields)}],");
    }
}
