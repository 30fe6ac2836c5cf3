namespace ApiGen.Benchmarks.Harness;

/// <summary>Runs the areas that the command line names and prints their rows.</summary>
internal static class BenchmarkRun
{
    /// <summary>
    /// <c>ratios [area…]</c>, all areas where none is named. The exit code is 0 if every goal was reached, 1 if not.
    /// </summary>
    public static int Start(IBenchmarkArea[] areas, string[] args)
    {
        string names = string.Join("|", areas.Select(area => area.Name));
        string[] wanted = args.Length > 1 ? args[1..] : [.. areas.Select(area => area.Name)];
        if (args.FirstOrDefault() != "ratios" || wanted.Except(areas.Select(area => area.Name)).Any())
        {
            Console.Error.WriteLine($"Usage: ApiGen.Benchmarks ratios [{names}]…");
            return 2;
        }

        if (!ThreadClock.IsProcessorTime)
            Console.Error.WriteLine("This system doesn't tell a thread's processor time; ratios are of elapsed time.");

        return Print(areas.Where(area => wanted.Contains(area.Name)).SelectMany(area => area.Measure()));
    }

    /// <summary>Prints rows as they come. The exit code is 0 if every goal was reached, 1 if not.</summary>
    public static int Print(IEnumerable<Row> rows)
    {
        bool isReached = true;
        foreach (Row row in rows)
        {
            Console.WriteLine(row);
            isReached &= row.IsReached;
        }

        return isReached ? 0 : 1;
    }
}
