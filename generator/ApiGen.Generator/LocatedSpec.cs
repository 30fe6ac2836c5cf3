using ApiGen.Generator.Binding;
using ApiGen.Generator.Model;

namespace ApiGen.Generator;

/// <summary>What is printed for a file, and where the file is.</summary>
internal sealed record LocatedSpec(string Path, ResolvedSpec Spec)
{
    /// <summary>A model joined with the names of the others, or null if nothing of it can be printed.</summary>
    public static LocatedSpec? Of(LocatedModel located, Catalog catalog) =>
        Resolver.Resolve(located.Path, located.Model, catalog) is { } spec ? new LocatedSpec(located.Path, spec) : null;
}
