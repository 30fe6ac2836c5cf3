using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;

namespace ApiGen.Generator.Binding;

/// <summary>All that binding one file found out: what to print, and what to tell its author.</summary>
internal sealed class BoundSpec
{
    public required string Path { get; init; }

    /// <summary>What could be understood, or null if that is nothing.</summary>
    public required SpecModel? Model { get; init; }

    public required EquatableArray<SpecDiagnostic> Diagnostics { get; init; }

    /// <summary>The names it declares and the names it counts on other files for, with their places.</summary>
    public required EquatableArray<NameMention> Mentions { get; init; }
}
