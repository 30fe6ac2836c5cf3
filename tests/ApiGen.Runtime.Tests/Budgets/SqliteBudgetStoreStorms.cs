using System.Globalization;
using ApiGen.Budgets;

namespace ApiGen.Runtime.Tests.Budgets;

/// <summary>Real processes, real time, and one of them killed.</summary>
public sealed class SqliteBudgetStoreStorms : IAsyncDisposable
{
    private const int Workers = 8;

    private readonly TemporaryFolder _folder = new();
    private readonly CountingServer _server = new();
    private readonly List<StormProcess> _processes = [];

    private string File => _folder.File("budgets.db");

    [Fact]
    public async Task Four_processes_one_of_them_killed_send_no_more_than_the_limit_and_another_goes_on()
    {
        string[] options = ["--users", "4", "--user-limit", "150", "--app-limit", "400"];
        StormProcess[] storms = [.. Enumerable.Range(0, 4).Select(_ => Start(options))];
        await _server.ArrivedAsync(60);
        await storms[0].KillAsync();
        StormProcess successor = Start(options);
        foreach (StormProcess storm in storms[1..].Append(successor))
            await storm.EndedAsync();

        // What the killed process had reserved and not sent is lost for a window, and nothing else is.
        Assert.InRange(_server.Calls.Length, 400 - Workers, 400);
        Assert.All(Enumerable.Range(0, 4), user => Assert.InRange(_server.MostWithin(TimeSpan.MaxValue, user), 1, 150));

        int before = _server.Calls.Length;
        await Start(options).EndedAsync();
        Assert.Equal(before, _server.Calls.Length);
        await using var store = new SqliteBudgetStore(File);
        BudgetKey app = new("Storm/call", BudgetScope.App, "app", TimeSpan.FromHours(1));
        Assert.Equal(400, Assert.Single(await store.ReadAsync([new BudgetClaim(app, 400)])).Used);
    }

    [Fact]
    public async Task Processes_that_wait_for_slots_keep_the_limit_in_every_interval_as_the_server_counts()
    {
        var window = TimeSpan.FromSeconds(1);
        string[] options = ["--users", "2", "--user-limit", "40", "--app-limit", "60", "--window", "1", "--wait", "1"];
        StormProcess[] storms = [.. Enumerable.Range(0, 3).Select(_ => Start(options))];
        await _server.ArrivedAsync(90);
        await storms[0].KillAsync();
        StormProcess successor = Start(options);
        await _server.ArrivedAsync(240);
        await _server.DisposeAsync();
        foreach (StormProcess storm in storms[1..].Append(successor))
            await storm.EndedAsync();

        Assert.InRange(_server.MostWithin(window), 1, 60);
        Assert.InRange(_server.MostWithin(window, user: 0), 1, 40);
        Assert.InRange(_server.MostWithin(window, user: 1), 1, 40);
    }

    /// <remarks>
    /// Three rounds, or as many as the environment variable <c>APIGEN_STORM_ROUNDS</c> says, with other points each.
    /// </remarks>
    [Fact]
    public async Task Eight_processes_killed_at_random_points_never_overshoot_and_lose_only_calls_under_way()
    {
        string? rounds = Environment.GetEnvironmentVariable("APIGEN_STORM_ROUNDS");
        var results = new List<StormRound>();
        for (int round = 0; round < int.Parse(rounds ?? "3", CultureInfo.InvariantCulture); round++)
            results.Add(await StormRound.RunAsync(_folder.File($"{round}.db"), seed: round));

        string figures = string.Create(
            CultureInfo.InvariantCulture,
            $"{results.Count} rounds, {results.Sum(round => round.Killed)} processes killed, " +
            $"{results.Sum(round => round.Counted)} calls counted by the server of " +
            $"{results.Count * StormRound.AppLimit} allowed, at most {results.Max(round => round.Counted)} in a round, " +
            $"{results.Sum(round => round.Lost)} slots lost, at most {results.Max(round => round.Lost)} in a round");
        TestContext.Current.TestOutputHelper?.WriteLine(figures);
        Assert.All(results, round =>
        {
            Assert.InRange(round.Counted, 1, StormRound.AppLimit);
            Assert.InRange(round.MostOfAUser, 1, StormRound.UserLimit);
            Assert.Equal(StormRound.AppLimit, round.Used);
            Assert.InRange(round.Lost, 0, round.Killed * StormRound.Workers);
        });
    }

    public async ValueTask DisposeAsync()
    {
        foreach (StormProcess process in _processes)
            process.Dispose();
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    private StormProcess Start(string[] options)
    {
        var process = new StormProcess(File, _server.Port, options);
        _processes.Add(process);
        return process;
    }
}
