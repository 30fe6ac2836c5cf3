using StackExchange.Redis;

namespace ApiGen.Benchmarks.Budgets;

/// <summary>
/// What a reservation in Redis costs without the store: the same script, with the same keys and as many arguments of
/// about the same lengths, through <c>IDatabase.ScriptEvaluateAsync</c>. Keys and arguments are made beforehand,
/// but for the reservation's name.
/// </summary>
internal sealed class BareScript(IDatabase database, string prefix, BudgetClaim[][] users)
{
    private const int NamePlace = 9;

    private readonly ScriptCall[] _calls =
    [
        .. users.Select(claims => ScriptCall.Reserve(
            new RedisKeys(prefix), claims, id: 0, RedisRows.CallTimeout, DateTimeOffset.UtcNow)),
    ];

    private RedisValue[] _header = ["", "", 0, 0, -1, 1_000_000, 0, 1, 1];

    /// <summary>
    /// Runs it once, and from then on says what that has shown, as the store does: the script then checks it.
    /// </summary>
    public async Task WitnessAsync()
    {
        RedisResult[] reply = (RedisResult[])(await RunAsync(0))!;
        long moment = (long)reply[0];
        long latest = moment + RedisMoment.Of(TimeSpan.FromHours(1));
        _header =
        [
            "", (string)reply[1]!, (long)reply[2], moment, latest, 1_000_000, (long)reply[3],
            Random.Shared.NextInt64(), 1,
        ];
    }

    public Task<RedisResult> RunAsync(int user)
    {
        ScriptCall call = _calls[user];
        RedisValue[] arguments = [.. _header, .. call.Arguments];
        arguments[NamePlace] = Random.Shared.NextInt64();
        return database.ScriptEvaluateAsync(call.Script.Hash, call.Keys, arguments, CommandFlags.DemandMaster);
    }
}
