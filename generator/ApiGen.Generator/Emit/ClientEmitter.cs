using ApiGen.Generator.Model;

namespace ApiGen.Generator.Emit;

/// <summary>Prints the class that a user makes: one property a group of endpoints.</summary>
internal static class ClientEmitter
{
    public static string Emit(ResolvedSpec spec)
    {
        ApiModel api = spec.Api!;
        string name = api.Name;
        var writer = new SourceWriter();
        writer.Line(new DocComment()
            .Summary(api.Summary, $"A client of the {name} API.")
            .Remarks("Safe for use from many threads.", api.See)
            .ToString());
        using (writer.Block($"public partial class {name}Client"))
        {
            EmitConstructors(writer, spec);
            foreach (string resource in ResourceEmitter.NamesOf(spec))
            {
                writer.EmptyLine();
                writer.Line($$"""
                    /// <summary>The calls of {{resource}}.</summary>
                    public virtual {{name}}{{resource}} {{resource}} { get; }
                    """);
            }

            writer.EmptyLine();
            writer.Line($$"""
                /// <summary>What is left of all budgets, to be asked without sending anything.</summary>
                public virtual {{name}}Budgets Budgets { get; }
                """);

            writer.EmptyLine();
            writer.Line($"""
                /// <summary>What the specs say of this API, for a sandbox or a test.</summary>
                public static {RuntimeNames.ApiDescription} Api => new({name}Api.Descriptor,
                [
                """);
            using (writer.Indent("]);"))
            {
                foreach (EndpointName endpoint in spec.AllEndpoints)
                    writer.Line($"{name}{endpoint.Resource}.{endpoint.Verb}Description,");
            }
        }

        return writer.ToString().TrimEnd('\n');
    }

    private static void EmitConstructors(SourceWriter writer, ResolvedSpec spec)
    {
        string name = spec.ApiName;
        writer.Line("""
            /// <summary>Makes a client that calls for one user of one app.</summary>
            /// <param name="credentials">The app and the user.</param>
            /// <param name="options">Where and how to call; null for the defaults.</param>
            """);
        using (writer.Block(
            $"public {name}Client({RuntimeNames.OAuth1Credentials} credentials, "
                + $"{RuntimeNames.ApiClientOptions}? options = null)"))
        {
            writer.Line(
                $"var connection = new {RuntimeNames.ApiConnection}({name}Api.Descriptor, credentials, options);");
            foreach (string resource in ResourceEmitter.NamesOf(spec))
                writer.Line($"{resource} = new {name}{resource}(connection);");
            writer.Line($"Budgets = new {name}Budgets(connection);");
        }

        writer.EmptyLine();
        writer.Line($$"""
            /// <summary>For a class that stands in for this one, in a test.</summary>
            protected {{name}}Client() { }
            """);
    }
}
