using ApiGen.Generator.Diagnostics;

namespace ApiGen.Generator.Binding;

/// <summary>Binds the <c>deprecated</c> of what other files know by its name: an endpoint or a type.</summary>
internal static class NamedDeprecation
{
    /// <summary>Why it is out of use, or null.</summary>
    /// <param name="reader">Its keys.</param>
    /// <param name="name">Its own name, or null if that can't be read.</param>
    /// <param name="replacement">What is used in its place, which another file may describe.</param>
    /// <param name="diagnostics">Where errors go.</param>
    /// <param name="mentions">Where names go that other files must know.</param>
    public static string? Bind(
        MapReader reader, string? name, MentionKind replacement, DiagnosticBag diagnostics, MentionList mentions)
    {
        if (Deprecation.Bind(reader, diagnostics) is not { } deprecation) return null;
        if (deprecation.Use is { } use && use.Value == name)
            Deprecation.ReportItself(use, diagnostics);
        else if (deprecation.Use is not null)
            mentions.Add(replacement, deprecation.Use.Value, deprecation.Use.Span);

        return deprecation.Describe(deprecation.Use?.Value);
    }
}
