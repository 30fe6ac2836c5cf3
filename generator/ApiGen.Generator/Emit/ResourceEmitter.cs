using System.Collections.Generic;
using System.Linq;
using ApiGen.Generator.Model;

namespace ApiGen.Generator.Emit;

/// <summary>Prints the two classes of a group of endpoints, to which each endpoint's own file adds its part.</summary>
internal static class ResourceEmitter
{
    public static IEnumerable<string> NamesOf(ResolvedSpec spec) =>
        spec.AllEndpoints.Select(endpoint => endpoint.Resource).Distinct();

    public static string Emit(string api, string resource)
    {
        string name = api + resource;
        return $$"""
            /// <summary>The calls of {{resource}}.</summary>
            public partial class {{name}}
            {
                private readonly {{RuntimeNames.ApiConnection}} _connection;

                internal {{name}}({{RuntimeNames.ApiConnection}} connection)
                {
                    _connection = connection;
                    Budgets = new {{name}}Budgets(connection);
                }

                /// <summary>For a class that stands in for this one, in a test.</summary>
                protected {{name}}() { }

                /// <summary>What is left of the budgets of these calls, to be asked without sending anything.</summary>
                public virtual {{name}}Budgets Budgets { get; }
            }

            /// <summary>The budgets of the calls of {{resource}}.</summary>
            public partial class {{name}}Budgets
            {
                private readonly {{RuntimeNames.ApiConnection}} _connection;

                internal {{name}}Budgets({{RuntimeNames.ApiConnection}} connection) => _connection = connection;

                /// <summary>For a class that stands in for this one, in a test.</summary>
                protected {{name}}Budgets() { }
            }
            """;
    }
}
