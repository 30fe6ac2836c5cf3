using System.Collections.Generic;
using System.Linq;
using ApiGen.Generator.Model;

namespace ApiGen.Generator.Emit;

/// <summary>Prints the classes of a group of endpoints, to which each endpoint's own file adds its part.</summary>
internal static class ResourceEmitter
{
    public static IEnumerable<string> EmitAll(ResolvedSpec spec)
    {
        ApiModel api = spec.Api!;
        foreach (IGrouping<string, EndpointName> group in spec.AllEndpoints.GroupBy(endpoint => endpoint.Resource))
        {
            if (ClassNames.HasShared(group)) yield return EmitShared(api.Name, group.Key);
        }

        foreach (AuthMode mode in new[] { AuthMode.User, AuthMode.App })
        {
            if ((mode == AuthMode.User ? api.User : api.App) is null) continue;
            foreach (IGrouping<string, EndpointName> group in ClassNames.GroupsOf(spec, mode))
                yield return Emit(api.Name, group, mode);
        }
    }

    private static string EmitShared(string api, string resource)
    {
        string name = ClassNames.Of(api, resource, AuthMode.Any);
        return $$"""
            /// <summary>The calls of {{resource}} that need no user.</summary>
            public abstract partial class {{name}}
            {
                private protected readonly {{RuntimeNames.ApiConnection}} _connection;

                private protected {{name}}({{RuntimeNames.ApiConnection}} connection) => _connection = connection;

                /// <summary>For a class that stands in for this one, in a test.</summary>
                protected {{name}}() { }
            }

            /// <summary>The budgets of the calls of {{resource}} that need no user.</summary>
            public abstract partial class {{name}}Budgets
            {
                private protected readonly {{RuntimeNames.ApiConnection}} _connection;

                private protected {{name}}Budgets({{RuntimeNames.ApiConnection}} connection) => _connection = connection;

                /// <summary>For a class that stands in for this one, in a test.</summary>
                protected {{name}}Budgets() { }
            }
            """;
    }

    private static string Emit(string api, IGrouping<string, EndpointName> group, AuthMode mode)
    {
        string name = ClassNames.Of(api, group.Key, mode);
        string whose = mode == AuthMode.User ? "" : " that the app may make for itself";
        bool isDerived = ClassNames.HasShared(group);
        var writer = new SourceWriter();
        Open(writer, name, "", $"The calls of {group.Key}{whose}.", group.Key, api, isDerived);
        using (writer.Indent("}"))
        {
            EmitConnection(writer, isDerived);
            using (writer.Block($"internal {name}({RuntimeNames.ApiConnection} connection){Base(isDerived)}"))
            {
                if (!isDerived) writer.Line("_connection = connection;");
                writer.Line($"Budgets = new {name}Budgets(connection);");
            }

            writer.EmptyLine();
            writer.Line($$"""
                /// <summary>For a class that stands in for this one, in a test.</summary>
                protected {{name}}() { }

                /// <summary>What is left of the budgets of these calls, to be asked without sending anything.</summary>
                public virtual {{name}}Budgets Budgets { get; }
                """);
        }

        writer.EmptyLine();
        Open(writer, name, "Budgets", $"The budgets of the calls of {group.Key}{whose}.", group.Key, api, isDerived);
        using (writer.Indent("}"))
        {
            EmitConnection(writer, isDerived);
            string body = isDerived ? $"{Base(isDerived)} {{ }}" : " => _connection = connection;";
            writer.Line($"internal {name}Budgets({RuntimeNames.ApiConnection} connection){body}");
            writer.EmptyLine();
            writer.Line($$"""
                /// <summary>For a class that stands in for this one, in a test.</summary>
                protected {{name}}Budgets() { }
                """);
        }

        return writer.ToString().TrimEnd('\n');
    }

    private static void Open(
        SourceWriter writer, string name, string suffix, string summary, string resource, string api, bool isDerived)
    {
        string parent = isDerived ? $" : {ClassNames.Of(api, resource, AuthMode.Any)}{suffix}" : "";
        writer.Line($"/// <summary>{summary}</summary>");
        writer.Line($"public partial class {name}{suffix}{parent}");
        writer.Line("{");
    }

    private static void EmitConnection(SourceWriter writer, bool isDerived)
    {
        if (isDerived) return;
        writer.Line($"private readonly {RuntimeNames.ApiConnection} _connection;");
        writer.EmptyLine();
    }

    private static string Base(bool isDerived) => isDerived ? " : base(connection)" : "";
}
