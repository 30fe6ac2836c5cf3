using System.Linq;
using Microsoft.CodeAnalysis;

namespace ApiGen.Generator.Diagnostics;

/// <summary>A finding in a spec file as plain data: equal findings are equal, and no compiler object is held.</summary>
internal sealed record SpecDiagnostic(
    DiagnosticDescriptor Descriptor,
    EquatableArray<string> Arguments,
    string Path,
    SourceSpan Span)
{
    public Diagnostic ToDiagnostic() => Diagnostic.Create(
        Descriptor,
        Location.Create(Path, Span.Characters, Span.Lines),
        messageArgs: [.. Arguments.Cast<object>()]);
}
