using System.Diagnostics;
using System.Globalization;
using ApiGen.Benchmarks.Harness;
using Microsoft.CodeAnalysis;

namespace ApiGen.Benchmarks.Generators;

/// <summary>The first run in a process, which every build without a compiler server pays.</summary>
internal static class ColdRows
{
    /// <summary>The word on the command line that makes one cold run of this program.</summary>
    public const string Command = "cold";

    private const int Rounds = 5;

    public static IEnumerable<Row> Measure()
    {
        double[] differences = new double[Rounds];
        for (int round = 0; round < Rounds; round++) differences[round] = Start(endpoints: 1) - Start(endpoints: 0);
        yield return new Row("cold, 1 endpoint: ms over a no-op generator", Turns.Median(differences), 100);
    }

    /// <summary>In a process of its own: prints the milliseconds of the first run, of no generator if 0.</summary>
    public static int Run(int endpoints)
    {
        Spec[] specs = Synthetic.Specs(endpoints);
        Compilation compilation = GeneratorRun.CompilationOf([]);
        long start = ThreadClock.Now;
        ISourceGenerator generator = endpoints == 0 ? new NoGenerator().AsSourceGenerator() : Analyzers.ApiGen();
        GeneratorRun.DriverOf(generator, specs).RunGeneratorsAndUpdateCompilation(compilation, out _, out _);
        double milliseconds = (ThreadClock.Now - start) / 1e6;
        Console.WriteLine(milliseconds.ToString("0.000", CultureInfo.InvariantCulture));
        return 0;
    }

    /// <summary>Has a process make one cold run.</summary>
    public static double Start(int endpoints)
    {
        using Process process =
            Process.Start(OwnProcess.With(Command, endpoints.ToString(CultureInfo.InvariantCulture)))!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(output, CultureInfo.InvariantCulture);
    }
}
