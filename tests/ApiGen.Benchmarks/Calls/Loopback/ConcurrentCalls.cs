using System.Diagnostics;

namespace ApiGen.Benchmarks.Calls.Loopback;

/// <summary>One way to make a call, made by 64 callers at once.</summary>
internal sealed class ConcurrentCalls(Func<Task> call)
{
    private const int Callers = 64;

    private readonly List<Turn> _turns = [];

    /// <summary>Calls for a while, without taking note of it.</summary>
    public Task WarmUpAsync(TimeSpan time) => CallAsync(time);

    /// <summary>Calls for a while, and notes how many calls came of it.</summary>
    public async Task TakeTurnAsync(TimeSpan time) => _turns.Add(await CallAsync(time));

    /// <summary>The median, over all rounds, of the calls a second to those of another subject.</summary>
    public double RateTo(ConcurrentCalls other) => Median(
        _turns.Zip(other._turns, (turn, others) => turn.CallsASecond / others.CallsASecond));

    /// <summary>The median, over all rounds, of this process's time a call to that of another subject.</summary>
    public double ProcessorTo(ConcurrentCalls other) => Median(
        _turns.Zip(other._turns, (turn, others) => turn.ProcessorACall / others.ProcessorACall));

    private static double Median(IEnumerable<double> ratios)
    {
        double[] sorted = [.. ratios.Order()];
        return sorted[sorted.Length / 2];
    }

    private async Task<Turn> CallAsync(TimeSpan time)
    {
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        int[] calls = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            int made = 0;
            for (; Stopwatch.GetElapsedTime(start) < time; made++) await call();
            return made;
        })));
        double sum = calls.Sum();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new Turn(sum / seconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds / sum);
    }

    private readonly record struct Turn(double CallsASecond, double ProcessorACall);
}
