using ApiGen.Generator.Binding;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Emit;
using ApiGen.Generator.Model;
using ApiGen.Generator.Tests.Pipeline;

namespace ApiGen.Generator.Tests.Hostile;

/// <summary>All that ApiGen itself does with specs, without the compiler around it, on the calling thread.</summary>
internal static class SpecWork
{
    public static (IReadOnlyList<SpecDiagnostic> Findings, IReadOnlyList<string> Code) Do(IReadOnlyList<SpecText> files)
    {
        BoundSpec[] bound = [.. files.Select(file => SpecBinder.Bind(file.Path, file.GetText()))];
        BoundSpec[] read = [.. bound.Where(spec => spec.Model is not null)];
        Catalog catalog = Catalog.From(read.Select(spec => Resolver.NamesOf(spec.Path, spec.Model!)));
        IEnumerable<SpecDiagnostic> findings =
            bound.SelectMany(spec => spec.Diagnostics.Concat(CrossFileChecks.Run(spec, catalog)));
        IEnumerable<string> code = read
            .Select(spec => Resolver.Resolve(spec.Path, spec.Model!, catalog))
            .OfType<ResolvedSpec>()
            .Select(SpecEmitter.Emit);
        return ([.. findings], [.. code]);
    }
}
