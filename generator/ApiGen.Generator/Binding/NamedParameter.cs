using System.Collections.Generic;
using System.Linq;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>Finds the parameter that another part of its endpoint names.</summary>
internal static class NamedParameter
{
    /// <summary>The parameter of a name; if there is none, that is reported.</summary>
    public static BoundParameter? Find(
        YamlScalar name, IReadOnlyList<BoundParameter> parameters, DiagnosticBag diagnostics)
    {
        BoundParameter? parameter = parameters.FirstOrDefault(p => p.Model.Name == name.Value);
        if (parameter is null) ReportUnknown(name, parameters.Select(p => p.Model.Name), diagnostics);
        return parameter;
    }

    /// <summary>Reports that a name is none of these.</summary>
    public static void ReportUnknown(YamlScalar name, IEnumerable<string> names, DiagnosticBag diagnostics) =>
        diagnostics.Report(
            DiagnosticDescriptors.UnknownParameter,
            name.Span,
            name.Value,
            Suggestions.DidYouMean(name.Value, names));
}
