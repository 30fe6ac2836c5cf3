using ApiGen.Generator.Model;

namespace ApiGen.Generator.Emit;

/// <summary>Prints the class by which a user asks for all budgets of an API, and for those of its pools.</summary>
internal static class BudgetsEmitter
{
    public static string Emit(ResolvedSpec spec, AuthMode client, TypeText types)
    {
        string api = spec.ApiName;
        string name = ClassNames.BudgetsOf(api, client);
        string whose = client == AuthMode.User ? "" : " that the app may make for itself";
        var writer = new SourceWriter();
        writer.Line($"/// <summary>The budgets of all calls of {api}{whose}.</summary>");
        using (writer.Block($"public partial class {name} : {RuntimeNames.ApiBudgets}"))
        {
            writer.Line($$"""
                internal {{name}}({{RuntimeNames.ApiConnection}} connection) : base(connection) { }

                /// <summary>For a class that stands in for this one, in a test.</summary>
                protected {{name}}() { }
                """);
            foreach (PoolModel pool in spec.Api!.Pools)
            {
                writer.EmptyLine();
                writer.Line(new DocComment().Summary(Describe(pool), "").ToString());
                writer.Line($"public virtual {RuntimeNames.EndpointBudgets} {pool.Name} => "
                    + $"Connection.BudgetsOf({types.Qualified(api + "Api")}.{LimitEmitter.FieldOf(pool.Name)});");
            }

            EmitEndpoints(writer, spec, client, types);
        }

        return writer.ToString().TrimEnd('\n');
    }

    private static string Describe(PoolModel pool) =>
        $"{pool.Summary ?? "Shared by several calls."} At most {pool.LimitsText}.";

    private static void EmitEndpoints(SourceWriter writer, ResolvedSpec spec, AuthMode client, TypeText types)
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
                if (!ClassNames.IsCallable(endpoint, client)) continue;
                string owner = ClassNames.Of(spec.ApiName, endpoint.Resource, endpoint.Auth);
                writer.Line($"{types.Qualified(owner)}.{endpoint.Verb}Endpoint,");
            }
        }
    }
}
