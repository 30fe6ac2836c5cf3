using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>Binds the <c>deprecated</c> of a <c>type:</c> document.</summary>
internal static class TypeDeprecation
{
    /// <summary>Why the type is out of use, or null.</summary>
    public static string? Bind(
        MapReader reader, YamlScalar? name, DiagnosticBag diagnostics, MentionList mentions)
    {
        if (Deprecation.Bind(reader, diagnostics) is not { } deprecation) return null;
        if (deprecation.Use is { } use && use.Value == name?.Value)
            diagnostics.Report(
                DiagnosticDescriptors.UselessReplacement, use.Span, use.Value, "it is what is deprecated");
        else if (deprecation.Use is not null)
            mentions.Add(MentionKind.UsesType, deprecation.Use.Value, deprecation.Use.Span);

        return deprecation.Describe(deprecation.Use?.Value);
    }
}
