using StackExchange.Redis;

namespace ApiGen.Budgets;

/// <summary>A script, its keys and its own arguments, to be sent as often as it takes.</summary>
/// <param name="Script">The script.</param>
/// <param name="Keys">The keys, that of the app's record first.</param>
/// <param name="Arguments">The arguments that follow those which every script begins with.</param>
internal sealed record ScriptCall(RedisScript Script, RedisKey[] Keys, RedisValue[] Arguments)
{
    // Where a settlement says whether it was asked before.
    private const int AskedAgainPlace = 3;

    public static ScriptCall Reserve(
        RedisKeys keys, IReadOnlyList<BudgetClaim> claims, long id, TimeSpan callTimeout)
    {
        var arguments = new List<RedisValue>(3 + (claims.Count * 4)) { id, RedisMoment.Of(callTimeout) };
        Add(arguments, claims);
        return new ScriptCall(RedisScript.Reserve, keys.Of(claims), [.. arguments]);
    }

    public static ScriptCall Settle(
        RedisKeys keys, in BudgetReservation reservation, BudgetOutcome outcome, IReadOnlyList<ServerWord>? words)
    {
        IReadOnlyList<BudgetClaim> claims = reservation.Claims;
        var arguments = new List<RedisValue>(6 + (claims.Count * 4) + ((words?.Count ?? 0) * 4))
        {
            reservation.Id, reservation.Deadline, (int)outcome, 0,
        };
        Add(arguments, claims);
        Add(arguments, claims, words ?? []);
        return new ScriptCall(RedisScript.Settle, keys.Of(claims), [.. arguments]);
    }

    public static ScriptCall Read(RedisKeys keys, IReadOnlyList<BudgetClaim> claims, bool isLog)
    {
        var arguments = new List<RedisValue>(2 + (claims.Count * 4)) { isLog ? 1 : 0 };
        Add(arguments, claims);
        return new ScriptCall(RedisScript.Read, keys.Of(claims), [.. arguments]);
    }

    /// <summary>
    /// The same settlement, for a server that may have made it already: then it is no error that the call isn't under
    /// way. Reservations tell by their names, and reading needs nothing of it.
    /// </summary>
    public ScriptCall AskedAgain()
    {
        if (Script != RedisScript.Settle)
            return this;
        RedisValue[] arguments = [.. Arguments];
        arguments[AskedAgainPlace] = 1;
        return this with { Arguments = arguments };
    }

    private static void Add(List<RedisValue> arguments, IReadOnlyList<BudgetClaim> claims)
    {
        arguments.Add(claims.Count);
        foreach (BudgetClaim claim in claims)
        {
            arguments.Add(RedisMoment.Of(claim.Key.Window));
            arguments.Add(claim.Limit);
            arguments.Add(claim.Cost);
            arguments.Add(claim.Part is null ? 0 : 1);
        }
    }

    private static void Add(
        List<RedisValue> arguments, IReadOnlyList<BudgetClaim> claims, IReadOnlyList<ServerWord> words)
    {
        arguments.Add(words.Count);
        foreach (ServerWord word in words)
        {
            arguments.Add(PlaceOf(word.Key, claims));
            arguments.Add(word.Remaining);
            arguments.Add(RedisMoment.Of(word.For));
            arguments.Add(word.AtMost is { } atMost ? RedisMoment.Of(atMost) : 0);
        }
    }

    private static int PlaceOf(BudgetKey key, IReadOnlyList<BudgetClaim> claims)
    {
        int place = 0;
        while (claims[place].Key != key)
            place++;
        return place;
    }
}
