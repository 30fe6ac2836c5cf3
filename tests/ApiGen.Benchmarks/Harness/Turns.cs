namespace ApiGen.Benchmarks.Harness;

/// <summary>Subjects by turns where one run takes milliseconds: one run a turn, in another order every round.</summary>
internal static class Turns
{
    /// <summary>
    /// The processor's time of every run in milliseconds, a row a subject, after as many rounds again to warm up.
    /// </summary>
    public static double[][] Take(int rounds, params Action[] subjects)
    {
        double[][] times = [.. subjects.Select(_ => new double[rounds])];
        int[] order = [.. Enumerable.Range(0, subjects.Length)];
        for (int round = -rounds; round < rounds; round++)
        {
            Random.Shared.Shuffle(order);
            foreach (int i in order)
            {
                long start = ThreadClock.Now;
                subjects[i]();
                if (round >= 0) times[i][round] = (ThreadClock.Now - start) / 1e6;
            }
        }

        return times;
    }

    /// <summary>The median, over all rounds, of what two subjects come to together.</summary>
    public static double Median(double[] first, double[] second, Func<double, double, double> of) =>
        Median(first.Zip(second, of));

    /// <summary>The middle one.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
