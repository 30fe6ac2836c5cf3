using ApiGen.Generator.Model;

namespace ApiGen.Generator.Emit;

/// <summary>Prints the class by which a user asks for all budgets of an API, and for those of its pools.</summary>
internal static class BudgetsEmitter
{
    public static string Emit(ResolvedSpec spec)
    {
        string api = spec.ApiName;
        var writer = new SourceWriter();
        writer.Line($"/// <summary>The budgets of all calls of {api}.</summary>");
        using (writer.Block($"public partial class {api}Budgets : {RuntimeNames.ApiBudgets}"))
        {
            writer.Line($$"""
                internal {{api}}Budgets({{RuntimeNames.ApiConnection}} connection) : base(connection) { }

                /// <summary>For a class that stands in for this one, in a test.</summary>
                protected {{api}}Budgets() { }
                """);
            foreach (PoolModel pool in spec.Api!.Pools)
            {
                writer.EmptyLine();
                writer.Line(new DocComment().Summary(Describe(pool), "").ToString());
                writer.Line($"public virtual {RuntimeNames.EndpointBudgets} {pool.Name} => "
                    + $"Connection.BudgetsOf({api}Api.{LimitEmitter.FieldOf(pool.Name)});");
            }

            EmitEndpoints(writer, spec);
        }

        return writer.ToString().TrimEnd('\n');
    }

    private static string Describe(PoolModel pool) =>
        $"{pool.Summary ?? "Shared by several calls."} At most {pool.LimitsText}.";

    private static void EmitEndpoints(SourceWriter writer, ResolvedSpec spec)
    {
        writer.EmptyLine();
        writer.Line("/// <inheritdoc/>");
        writer.Line("protected override "
            + $"{RuntimeNames.ReadOnlyList}<{RuntimeNames.EndpointDescriptor}> Endpoints =>");
        writer.Line("[");
        using (writer.Indent("];"))
        {
            foreach (EndpointName endpoint in spec.AllEndpoints)
                {
                string type = ClassNames.Of(spec.ApiName, endpoint.Resource, endpoint.Auth);
                writer.Line($"{type}.{endpoint.Verb}Endpoint,");
            }
        }
    }
}
