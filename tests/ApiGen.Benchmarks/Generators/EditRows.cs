using ApiGen.Benchmarks.Harness;
using Microsoft.CodeAnalysis;

namespace ApiGen.Benchmarks.Generators;

/// <summary>Edits in a project of 1000 endpoints, 20 a file, as an editor sees them.</summary>
internal static class EditRows
{
    private const int Endpoints = 1_000;
    private const int Rounds = 6;

    private static readonly (int First, int Count)[] Files = [.. Synthetic.Files(Endpoints)];

    public static IEnumerable<Row> Measure()
    {
        (int rerun, int changed) = Count();
        yield return new Row("keystroke in C#: steps run again", rerun, 0);
        yield return new Row("keystroke in C#: ms over a no-op generator", Keystroke(), 0.3);
        yield return new Row("edit 1 of 1000: generated files changed", changed, 1);
        yield return new Row("edit 1 of 1000: Refit / ours", Edit(), 60) { MoreIsBetter = true };
    }

    /// <summary>How many steps a keystroke runs again, and how many files an edited endpoint prints again.</summary>
    private static (int Steps, int Files) Count()
    {
        var run = new GeneratorRun(Analyzers.ApiGen(), Synthetic.Specs(Endpoints), [Code(0)], tracksSteps: true);
        run.Run();
        run.EditSource(0, GeneratorRun.Parse(Code(1)));
        run.Run();
        int steps = run.Result().TrackedSteps.Values
            .Concat(run.Result().TrackedOutputSteps.Values)
            .SelectMany(steps => steps)
            .SelectMany(step => step.Outputs)
            .Count(output => output.Reason
                is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));

        run.EditSpec(1, Synthetic.Endpoints(Files[0], " Again."));
        run.Run();
        int files = run.Result().TrackedOutputSteps.Values
            .SelectMany(steps => steps)
            .SelectMany(step => step.Outputs)
            .Count(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);
        return (steps, files);
    }

    private static double Keystroke()
    {
        Action ours = Editing(new GeneratorRun(Analyzers.ApiGen(), Synthetic.Specs(Endpoints), [Code(0)]));
        Action none = Editing(new GeneratorRun(
            new NoGenerator().AsSourceGenerator(), Synthetic.Specs(Endpoints), [Code(0)]));
        double[][] times = Turns.Take(40 * Rounds, ours, none);
        return Turns.Median(times[0], times[1], (with, without) => with - without);

        static Action Editing(GeneratorRun run)
        {
            int number = 0;
            return () =>
            {
                run.EditSource(0, GeneratorRun.Parse(Code(++number)));
                run.Run();
            };
        }
    }

    private static double Edit()
    {
        var ours = new GeneratorRun(Analyzers.ApiGen(), Synthetic.Specs(Endpoints), []);
        var refit = new GeneratorRun(
            Analyzers.Refit(),
            [],
            Files.Select(file => Synthetic.Refit(file, "")).Concat(Files.Select(Synthetic.Models)));
        int number = 0;
        double[][] times = Turns.Take(
            Rounds,
            () =>
            {
                refit.EditSource(0, GeneratorRun.Parse(Synthetic.Refit(Files[0], $"v{++number}/")));
                refit.Run();
            },
            () =>
            {
                ours.EditSpec(1, Synthetic.Endpoints(Files[0], $" Again, {++number}."));
                ours.Run();
            });
        return Turns.Median(times[0], times[1], (refit, ours) => refit / ours);
    }

    private static string Code(int number) => $"class Program {{ static int Number => {number}; }}";
}
