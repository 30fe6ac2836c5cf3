using ApiGen.Budgets;

namespace ApiGen.Runtime.Tests.Budgets;

/// <summary>Processes that use up the budgets of one new file, some of them killed meanwhile.</summary>
/// <param name="Killed">The processes that were killed.</param>
/// <param name="Counted">The calls that the server counted.</param>
/// <param name="MostOfAUser">The most calls that it counted of one user.</param>
/// <param name="Used">The slots taken in the file in the end.</param>
internal sealed record StormRound(int Killed, int Counted, int MostOfAUser, int Used)
{
    public const int Workers = 8;
    public const int AppLimit = 400;
    public const int UserLimit = 150;
    private const int Processes = 8;
    private const int Users = 4;

    /// <summary>The slots that were taken for calls which never reached the server.</summary>
    public int Lost => Used - Counted;

    public static async Task<StormRound> RunAsync(string file, int seed)
    {
        var random = new Random(seed);
        await using var server = new CountingServer();
        string[] options =
        [
            "--users", $"{Users}", "--user-limit", $"{UserLimit}", "--app-limit", $"{AppLimit}",
            "--workers", $"{Workers}",
        ];
        StormProcess[] storms =
            [.. Enumerable.Range(0, Processes).Select(_ => new StormProcess(file, server.Port, options))];
        try
        {
            // Each kill may lose a slot a worker; what is left must still bring the server to the last of the points.
            int kills = random.Next(1, Processes);
            int lastPoint = AppLimit - (kills * Workers);
            int[] points = [.. Enumerable.Range(1, lastPoint).OrderBy(_ => random.Next()).Take(kills).Order()];
            for (int i = 0; i < kills; i++)
            {
                await server.ArrivedAsync(points[i]);
                await storms[i].KillAsync();
            }

            foreach (StormProcess storm in storms[kills..])
                await storm.EndedAsync();
            return new StormRound(
                kills,
                server.Calls.Length,
                Enumerable.Range(0, Users).Max(user => server.MostWithin(TimeSpan.MaxValue, user)),
                await UsedAsync(file));
        }
        finally
        {
            foreach (StormProcess storm in storms)
                storm.Dispose();
        }
    }

    private static async Task<int> UsedAsync(string file)
    {
        await using var store = new SqliteBudgetStore(file);
        BudgetKey app = new("Storm/call", BudgetScope.App, "app", TimeSpan.FromHours(1));
        return Assert.Single(await store.ReadAsync([new BudgetClaim(app, AppLimit)])).Used;
    }
}
