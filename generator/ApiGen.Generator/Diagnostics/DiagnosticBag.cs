using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ApiGen.Generator.Diagnostics;

/// <summary>Collects the findings of one file, in the order in which they are made.</summary>
internal sealed class DiagnosticBag(string path)
{
    // Nobody reads further, and a hostile file could otherwise fill the compiler's memory with findings.
    private const int Capacity = 1000;

    private const int LongestArgument = 200;

    private readonly List<SpecDiagnostic> _diagnostics = [];

    /// <summary>Whether a further finding would be dropped, so that nobody need look for one.</summary>
    public bool IsFull => _diagnostics.Count >= Capacity;

    public void Report(DiagnosticDescriptor descriptor, SourceSpan span, params string[] arguments)
    {
        if (!IsFull)
            _diagnostics.Add(new SpecDiagnostic(descriptor, arguments.Select(OneLine).ToEquatableArray(), path, span));
    }

    public EquatableArray<SpecDiagnostic> ToEquatableArray() => _diagnostics.ToEquatableArray();

    // Arguments quote the file, and a build log holds a finding on one line.
    private static string OneLine(string argument)
    {
        string text = argument.Length <= LongestArgument ? argument : argument.Substring(0, LongestArgument) + "…";
        return new string([.. text.Select(character => char.IsControl(character) ? ' ' : character)]);
    }
}
