using System.Globalization;

namespace ApiGen.BudgetStorm;

/// <summary>What the command line says.</summary>
internal sealed record StormOptions(string Store, int Port)
{
    public const string RedisPrefix = "redis:";

    public const string Usage =
        """
        usage: ApiGen.BudgetStorm STORE PORT [--users 1] [--user-limit 100] [--app-limit 100] [--window 3600]
                                  [--workers 8] [--wait 0] [--min-replicas 0]

        STORE is a file, or "redis:" and what StackExchange.Redis connects to.
        Calls as fast as the budgets in STORE allow. A call is one line, the user's number, to 127.0.0.1:PORT, and the
        line that answers it. Ends when every budget is used up or the server hangs up; prints the calls that were
        answered.
        With --wait 1 it waits for slots, and ends only when the server hangs up. --window is in seconds.
        """;

    public int Users { get; private init; } = 1;

    public int UserLimit { get; private init; } = 100;

    public int AppLimit { get; private init; } = 100;

    public TimeSpan Window { get; private init; } = TimeSpan.FromHours(1);

    public int Workers { get; private init; } = 8;

    public int MinReplicas { get; private init; }

    public bool IsRedis => Store.StartsWith(RedisPrefix, StringComparison.Ordinal);

    public bool Waits { get; private init; }

    public static StormOptions? Parse(string[] args)
    {
        if (args.Length < 2 || args.Length % 2 != 0 || Number(args[1]) is not { } port)
            return null;
        StormOptions? options = new(args[0], port);
        for (int i = 2; i < args.Length && options is not null; i += 2)
            options = Number(args[i + 1]) is { } value ? options.With(args[i], value) : null;
        return options;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private StormOptions? With(string option, int value) => option switch
    {
        "--users" => this with { Users = value },
        "--user-limit" => this with { UserLimit = value },
        "--app-limit" => this with { AppLimit = value },
        "--window" => this with { Window = TimeSpan.FromSeconds(value) },
        "--workers" => this with { Workers = value },
        "--min-replicas" => this with { MinReplicas = value },
        "--wait" => this with { Waits = value != 0 },
        _ => null,
    };
}
