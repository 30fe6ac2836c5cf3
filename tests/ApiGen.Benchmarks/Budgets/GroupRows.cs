using System.Diagnostics;
using ApiGen.Benchmarks.Harness;

namespace ApiGen.Benchmarks.Budgets;

/// <summary>Calls a second from a file that survives a power failure: by 64 callers and by one, by turns.</summary>
internal static class GroupRows
{
    public const int Callers = 64;
    private const int Rounds = 15;
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(400);

    public static IEnumerable<Row> Measure()
    {
        List<double> ratios = [.. Race().Select(round => round.Many / round.One).Order()];
        yield return new Row("SQLite, power-safe: 64 callers / 1 caller", ratios[Rounds / 2], 7)
        {
            MoreIsBetter = true,
            Spread = (ratios[Rounds / 10], ratios[Rounds - 1 - (Rounds / 10)]),
        };
    }

    /// <summary>Calls a second of one caller and of many, round by round.</summary>
    public static List<(double One, double Many)> Race()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("apigen-benchmark-");
        try
        {
            return RaceAsync(Path.Combine(folder.FullName, "budgets.db")).GetAwaiter().GetResult();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<List<(double One, double Many)>> RaceAsync(string path)
    {
        await using var store = new SqliteBudgetStore(path);
        BudgetClaim[][] users =
        [
            .. Enumerable.Range(0, 1000).Select(user => new[]
            {
                Call.OfUser(Call.User(user), TimeSpan.FromHours(24)), Call.OfApp(TimeSpan.FromHours(24)),
            }),
        ];
        await CallsASecondAsync(store, users, Callers);
        List<(double, double)> rounds = [];
        for (int round = 0; round < Rounds; round++)
            rounds.Add((await CallsASecondAsync(store, users, 1), await CallsASecondAsync(store, users, Callers)));
        return rounds;
    }

    /// <summary>Calls a second, of all callers together.</summary>
    public static async Task<double> CallsASecondAsync(IBudgetStore store, BudgetClaim[][] users, int callers)
    {
        long start = Stopwatch.GetTimestamp();
        int[] calls = await Task.WhenAll(Enumerable.Range(0, callers).Select(CallAsync));
        return calls.Sum() / Stopwatch.GetElapsedTime(start).TotalSeconds;

        async Task<int> CallAsync(int caller)
        {
            int calls = 0;
            for (; Stopwatch.GetElapsedTime(start) < Turn; calls++)
                await Call.MakeAsync(store, users[((caller * 31) + (calls * 7)) % users.Length]);
            return calls;
        }
    }
}
