using System.Globalization;
using ApiGen.Benchmarks.Harness;

namespace ApiGen.Benchmarks.Generators;

/// <summary>How the generator's costs grow with the number of endpoints, 20 a file.</summary>
internal static class Scaling
{
    /// <summary>The word on the command line.</summary>
    public const string Command = "scaling";

    private const int ColdRuns = 3;
    private const int Rounds = 10;

    /// <summary>Prints them as Markdown: milliseconds of processor time, and kilobytes that stay in memory.</summary>
    public static int Print()
    {
        Console.WriteLine("| endpoints | files | cold | full run | one edited | one file more | C# edited | memory, kB |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (int endpoints in new[] { 1, 10, 100, 1_000 })
        {
            double cold = Turns.Median(Enumerable.Range(0, ColdRuns).Select(_ => ColdRows.Start(endpoints)));
            double[][] times = Turns.Take(Rounds, Costs(endpoints));
            string[] cells =
            [
                endpoints.ToString(CultureInfo.InvariantCulture),
                Synthetic.Specs(endpoints).Length.ToString(CultureInfo.InvariantCulture),
                .. times.Select(Turns.Median).Prepend(cold).Append(Memory(endpoints)).Select(Text),
            ];
            Console.WriteLine($"| {string.Join(" | ", cells)} |");
        }

        return 0;
    }

    private static Action[] Costs(int endpoints)
    {
        GeneratorRun run = RunOf(endpoints);
        GeneratorRun growing = RunOf(endpoints);
        int number = 0;
        return
        [
            () => RunOf(endpoints),
            () =>
            {
                run.EditSpec(1, Synthetic.Endpoints(Synthetic.Files(endpoints).First(), $" Again, {++number}."));
                run.Run();
            },
            () =>
            {
                growing.AddSpec(Synthetic.Endpoints((endpoints + ++number, 1), ""));
                growing.Run();
            },
            () =>
            {
                run.EditSource(0, GeneratorRun.Parse(Code(++number)));
                run.Run();
            },
        ];
    }

    /// <summary>What a run keeps for the next one, its specs and generated texts among it.</summary>
    private static double Memory(int endpoints)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        GeneratorRun run = RunOf(endpoints);
        long after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(run);
        return (after - before) / 1e3;
    }

    private static GeneratorRun RunOf(int endpoints)
    {
        var run = new GeneratorRun(Analyzers.ApiGen(), Synthetic.Specs(endpoints), [Code(0)]);
        run.Run();
        return run;
    }

    private static string Code(int number) => $"class Program {{ static int Number => {number}; }}";

    private static string Text(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
