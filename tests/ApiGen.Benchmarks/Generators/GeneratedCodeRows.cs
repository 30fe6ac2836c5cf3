using ApiGen.Benchmarks.Harness;
using Microsoft.CodeAnalysis;

namespace ApiGen.Benchmarks.Generators;

/// <summary>What is generated for an endpoint with its model, and what the compiler spends on it.</summary>
internal static class GeneratedCodeRows
{
    private const int Endpoints = 40;
    private const int Rounds = 10;

    public static IEnumerable<Row> Measure()
    {
        var run = new GeneratorRun(Analyzers.ApiGen(), Synthetic.Specs(Endpoints), []);
        run.Run();
        string[] sources = [.. run.Result().GeneratedSources.Select(source => source.SourceText.ToString())];
        yield return new Row(
            "characters generated an endpoint", sources.Sum(source => source.Length) / (double)Endpoints, 2_500);

        double[][] times = Turns.Take(Rounds, () => Compile(sources), () => Compile([]));
        double difference = Turns.Median(times[0], times[1], (with, without) => with - without);
        yield return new Row("ms to compile what is generated an endpoint", difference / Endpoints, 3);
    }

    private static void Compile(string[] sources)
    {
        using var assembly = new MemoryStream();
        var result = GeneratorRun.CompilationOf(sources.Select(GeneratorRun.Parse)).Emit(assembly);
        if (!result.Success) throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }
}
