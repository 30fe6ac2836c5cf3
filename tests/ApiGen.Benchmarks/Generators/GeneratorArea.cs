using ApiGen.Benchmarks.Harness;

namespace ApiGen.Benchmarks.Generators;

/// <summary>What the generator costs an editor and a build, beside the generators of others.</summary>
internal sealed class GeneratorArea : IBenchmarkArea
{
    public string Name => "generator";

    public IEnumerable<Row> Measure() =>
        EditRows.Measure().Concat(FullRunRows.Measure()).Concat(GeneratedCodeRows.Measure()).Concat(ColdRows.Measure());
}
