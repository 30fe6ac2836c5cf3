using System.Diagnostics;
using ApiGen.Benchmarks.Harness;
using StackExchange.Redis;

namespace ApiGen.Benchmarks.Budgets;

/// <summary>
/// Reservations in Redis by 64 callers, by turns with the bare script and with a script of one <c>INCR</c>: over one
/// connection, to one server.
/// </summary>
internal static class RedisRows
{
    /// <summary>So short that slots free as fast as they are taken, as they do in a budget that is used up.</summary>
    public static readonly TimeSpan CallTimeout = TimeSpan.FromMilliseconds(500);

    private const int Callers = 64;
    private const int Users = 1000;
    private const int Rounds = 80;
    private const string Increment = "return redis.call('INCR', KEYS[1])";
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(30);

    public static IEnumerable<Row> Measure() =>
        RedisServer.IsInstalled
            ? MeasureAsync().GetAwaiter().GetResult()
            : [new Row("Redis: left out, no redis-server on PATH", double.NaN)];

    private static async Task<Row[]> MeasureAsync()
    {
        await using RedisServer server = await RedisServer.StartAsync();
        IDatabase database = server.Database;
        await using var store = new RedisBudgetStore(server.Connection, new RedisBudgetStoreOptions());
        BudgetClaim[][] users =
        [
            .. Enumerable.Range(0, Users).Select(user => new[]
            {
                Call.OfUser(Call.User(user), Window), Call.OfApp(Window),
            }),
        ];
        await store.ReserveAsync(users[0], CallTimeout);
        var bare = new BareScript(database, "bare", users);
        await bare.WitnessAsync();
        byte[] increment = await server.Connection.GetServers()[0].ScriptLoadAsync(Increment);
        Func<int, Task>[] subjects =
        [
            user => store.ReserveAsync(users[user], CallTimeout).AsTask(),
            bare.RunAsync,
            user => database.ScriptEvaluateAsync(increment, [$"count:{user}"], []),
        ];
        foreach (Func<int, Task> subject in subjects)
            await CallsASecondAsync(subject);
        double trips = await TripsAsync(server, subjects[0]);

        List<double> toBare = [];
        List<double> toIncrement = [];
        int[] order = [0, 1, 2];
        double[] speeds = new double[subjects.Length];
        for (int round = 0; round < Rounds; round++)
        {
            Random.Shared.Shuffle(order);
            foreach (int i in order)
                speeds[i] = await CallsASecondAsync(subjects[i]);
            toBare.Add(speeds[0] / speeds[1]);
            toIncrement.Add(speeds[0] / speeds[2]);
        }

        return
        [
            new Row("Redis: round trips a reservation", trips, 1),
            ToRow("Redis: 64 callers / bare script call", toBare, 0.9),
            ToRow("Redis: 64 callers / script of one INCR", toIncrement, goal: null),
        ];
    }

    /// <summary>How many commands the server is sent for one reservation.</summary>
    private static async Task<double> TripsAsync(RedisServer server, Func<int, Task> reserve)
    {
        long before = await server.CountAsync("evalsha");
        for (int user = 0; user < Users; user++)
            await reserve(user);
        long after = await server.CountAsync("evalsha");
        return (after - before) / (double)Users;
    }

    private static Row ToRow(string name, List<double> ratios, double? goal)
    {
        ratios.Sort();
        return new Row(name, ratios[Rounds / 2], goal)
        {
            MoreIsBetter = true,
            Spread = (ratios[Rounds / 10], ratios[Rounds - 1 - (Rounds / 10)]),
        };
    }

    private static async Task<double> CallsASecondAsync(Func<int, Task> call)
    {
        long start = Stopwatch.GetTimestamp();
        int[] calls = await Task.WhenAll(Enumerable.Range(0, Callers).Select(CallAsync));
        return calls.Sum() / Stopwatch.GetElapsedTime(start).TotalSeconds;

        async Task<int> CallAsync(int caller)
        {
            int calls = 0;
            for (; Stopwatch.GetElapsedTime(start) < Turn; calls++)
                await call(((caller * 31) + (calls * 7)) % Users);
            return calls;
        }
    }
}
