using System.Diagnostics;

namespace ApiGen.Benchmarks.Harness;

/// <summary>
/// Compares subjects by turns of about a millisecond, in another order every round: what slows the machine down slows
/// all of a round. The ratio to the first subject is taken within each round, and the median of all rounds counts.
/// </summary>
internal sealed class Race
{
    private const long TurnNanoseconds = 1_000_000;
    private const int Rounds = 600;
    private const int FewestRounds = 50;
    private const int FewestWarmUps = 8;
    private const int MostWarmUps = 30;
    private const int SteadyWarmUps = 5;

    // An area has a minute for all its races.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(12);

    private readonly Subject[] _subjects;
    private readonly int[] _runsATurn;

    private Race(Subject[] subjects)
    {
        _subjects = subjects;
        _runsATurn = new int[subjects.Length];
    }

    /// <summary>Races and gives one row a subject; the first is what the others are compared with.</summary>
    public static IEnumerable<Row> Run(params Subject[] subjects)
    {
        var race = new Race(subjects);
        race.WarmUp();
        List<double>[] ratios = race.Measure();
        return subjects.Select((subject, i) => ToRow(subject, ratios[i]));
    }

    private static Row ToRow(Subject subject, List<double> ratios)
    {
        ratios.Sort();
        return new Row(
            subject.Name, At(ratios, 0.5), subject.Goal, subject.Allocates?.Invoke() ?? Allocation.Of(subject.Run))
        {
            MoreIsBetter = subject.MoreIsBetter,
            Spread = (At(ratios, 0.1), At(ratios, 0.9)),
        };
    }

    private static double At(List<double> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))];

    private static double TimeOf(Action run, int runs)
    {
        long start = ThreadClock.Now;
        for (int i = 0; i < runs; i++) run();
        return (double)(ThreadClock.Now - start) / runs;
    }

    /// <summary>
    /// Lets the compiler finish with every subject, which is when none has become faster for some rounds, and finds how
    /// many runs make a turn.
    /// </summary>
    private void WarmUp()
    {
        double[] best = [.. _subjects.Select(_ => double.MaxValue)];
        int steady = 0;
        for (int round = 0; round < MostWarmUps && (round < FewestWarmUps || steady < SteadyWarmUps); round++)
        {
            steady++;
            for (int i = 0; i < _subjects.Length; i++)
            {
                double time = WarmUp(_subjects[i].Run);
                if (time < 0.95 * best[i]) steady = 0;
                best[i] = Math.Min(best[i], time);
                _runsATurn[i] = Math.Max(1, (int)(TurnNanoseconds / time));
            }

            // The runtime compiles hot code anew on a thread of its own.
            Thread.Sleep(120);
        }
    }

    private static double WarmUp(Action run)
    {
        long start = Stopwatch.GetTimestamp();
        int turns = 0;
        double time = 0;
        for (; Stopwatch.GetElapsedTime(start).TotalMilliseconds < 40; turns++) time += TimeOf(run, 16);
        return time / turns;
    }

    private List<double>[] Measure()
    {
        List<double>[] ratios = [.. _subjects.Select(_ => new List<double>(Rounds))];
        double[] times = new double[_subjects.Length];
        int[] order = [.. Enumerable.Range(0, _subjects.Length)];
        long start = Stopwatch.GetTimestamp();
        for (int round = 0; round < Rounds; round++)
        {
            if (round >= FewestRounds && Stopwatch.GetElapsedTime(start) > Longest) break;
            Random.Shared.Shuffle(order);
            foreach (int i in order) times[i] = TimeOf(_subjects[i].Run, _runsATurn[i]);
            for (int i = 0; i < times.Length; i++) ratios[i].Add(times[i] / times[0]);
        }

        return ratios;
    }
}
