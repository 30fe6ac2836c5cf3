using System.Collections.Generic;
using System.Linq;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>Says of each deprecated field which other is used in its place.</summary>
internal static class FieldDeprecations
{
    public static List<FieldModel> Describe(
        string typeName,
        List<FieldModel> fields,
        IReadOnlyDictionary<string, Deprecation> deprecations,
        DiagnosticBag diagnostics)
    {
        var candidates = fields.ToDictionary(field => field.Name, field => (field, deprecations.ContainsKey(field.Name)));
        return fields.Select(Describe).ToList();

        FieldModel Describe(FieldModel field)
        {
            if (!deprecations.TryGetValue(field.Name, out Deprecation deprecation)) return field;
            FieldModel? other = deprecation.FindReplacement(field.Name, candidates, ReportUnknown, diagnostics);
            return field with { Deprecated = deprecation.Describe(other?.Property) };
        }

        void ReportUnknown(YamlScalar use) => diagnostics.Report(
            DiagnosticDescriptors.UnknownField,
            use.Span,
            use.Value,
            typeName,
            Suggestions.DidYouMean(use.Value, candidates.Keys));
    }
}
