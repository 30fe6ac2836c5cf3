using System.Globalization;

namespace ApiGen.Benchmarks.Budgets;

/// <summary>
/// The table of the sizing guide, from bytes measured in this run: what the users of one day take when each makes a
/// tenth of the calls that a limit of 400 a day allows.
/// </summary>
internal static class Sizing
{
    private const int CallsADay = 40;
    private const double SecondsADay = 86_400;
    private const int FileUsers = 2_000;

    /// <summary>Prints it as Markdown.</summary>
    public static int Print()
    {
        (double memoryUser, double memoryCall) = MillionUsers.Bytes();
        (double fileUser, double fileCall) = FileBytesAsync().GetAwaiter().GetResult();
        List<(double One, double Many)> rounds = GroupRows.Race();
        double one = rounds.Select(round => round.One).Order().ElementAt(rounds.Count / 2);
        double many = rounds.Select(round => round.Many).Order().ElementAt(rounds.Count / 2);
        Write($"Memory: {memoryUser:0} bytes a user and {memoryCall:0.0} a call of the window.");
        Write($"File: {fileUser:0} bytes a user and {fileCall:0} a call of the window.");
        Write($"File, safe from power loss, on this machine: {one:0} calls a second of one caller, {many:0} of 64.");
        RedisSizing? redis = RedisSizing.MeasureAsync(CallsADay).GetAwaiter().GetResult();
        if (redis is null)
        {
            Write($"Redis: left out, no redis-server on PATH.");
        }
        else
        {
            Write($"Redis: {redis.User:0} bytes a user and {redis.Call:0} a call of the window.");
            Write($"Redis, one node, on this machine: {redis.CallsASecond:0} calls a second of 64 callers.");
        }

        Write($"");
        Write($"| users | calls a second | memory | file | files for the calls | Redis | nodes for the calls |");
        Write($"|---|---|---|---|---|---|---|");
        foreach (int users in new[] { 1, 100, 10_000, 100_000, 1_000_000, 10_000_000 })
        {
            double rate = users * CallsADay / SecondsADay;
            string memory = Size(users * (memoryUser + (CallsADay * memoryCall)));
            string file = Size(users * (fileUser + (CallsADay * fileCall)));
            string server = redis is null ? "-" : Size(users * (redis.User + (CallsADay * redis.Call)));
            string nodes = redis is null ? "-" : $"{Math.Ceiling(rate / redis.CallsASecond):0}";
            string files = $"{Math.Ceiling(rate / many):0}";
            Write($"| {users:N0} | {rate:0.##} | {memory} | {file} | {files} | {server} | {nodes} |");
        }

        return 0;
    }

    /// <summary>The bytes of a user in a file, and of each of his calls.</summary>
    private static async Task<(double User, double Call)> FileBytesAsync()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("apigen-sizing-");
        try
        {
            double one = await FileBytesAsync(Path.Combine(folder.FullName, "one.db"), calls: 1);
            double many = await FileBytesAsync(Path.Combine(folder.FullName, "many.db"), CallsADay);
            double call = (many - one) / (CallsADay - 1);
            return (one - call, call);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<double> FileBytesAsync(string path, int calls)
    {
        await using (var store = new SqliteBudgetStore(path, new() { Durability = SqliteDurability.ProcessKill }))
        {
            for (int call = 0; call < calls; call++)
            {
                await Task.WhenAll(Enumerable.Range(0, FileUsers).Select(user =>
                    Call.MakeAsync(store, [Call.OfUser(Call.User(user), TimeSpan.FromHours(24))])));
            }
        }

        return new FileInfo(path).Length / (double)FileUsers;
    }

    private static string Size(double bytes) => bytes switch
    {
        < 1e6 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.#} kB"),
        < 1e9 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.#} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.#} GB"),
    };

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
