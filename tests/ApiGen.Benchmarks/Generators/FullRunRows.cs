using ApiGen.Benchmarks.Harness;

namespace ApiGen.Benchmarks.Generators;

/// <summary>All of a project's code generated anew, as every build does it, in a compiler that is warm.</summary>
internal static class FullRunRows
{
    private const int Endpoints = 100;
    private const int Rounds = 30;

    public static IEnumerable<Row> Measure()
    {
        string[] models = [.. Synthetic.Files(Endpoints).Select(Synthetic.Models), Synthetic.Context(Endpoints)];
        double[][] times = Turns.Take(
            Rounds,
            () => new GeneratorRun(Analyzers.ApiGen(), Synthetic.Specs(Endpoints), []).Run(),
            () => new GeneratorRun(Analyzers.SystemTextJson(), [], models).Run());
        double ratio = Turns.Median(times[0], times[1], (ours, theirs) => ours / theirs);
        yield return new Row("full run of 100 / STJ on 100 models", ratio, 0.25);
    }
}
