using StackExchange.Redis;

namespace ApiGen.Budgets;

/// <summary>A script, its keys and its own arguments, to be sent as often as it takes.</summary>
/// <param name="Script">The script.</param>
/// <param name="Keys">The keys, that of the app's record first.</param>
/// <param name="Arguments">The arguments that follow those which every script begins with.</param>
/// <param name="Claims">The claims that it is about.</param>
internal sealed record ScriptCall(
    RedisScript Script, RedisKey[] Keys, RedisValue[] Arguments, IReadOnlyList<BudgetClaim> Claims)
{
    // The arguments of a claim.
    private const int ClaimLength = 5;

    // Where a reservation says its name.
    private const int NamePlace = 0;

    // Where a reservation and a settlement say whether they were asked before.
    private const int ReservedPlace = 2;
    private const int SettledPlace = 3;

    public static ScriptCall Reserve(
        RedisKeys keys, IReadOnlyList<BudgetClaim> claims, long id, TimeSpan callTimeout, DateTimeOffset now)
    {
        var arguments = new RedisValue[4 + (claims.Count * ClaimLength)];
        arguments[NamePlace] = id;
        arguments[1] = RedisMoment.Of(callTimeout);
        arguments[ReservedPlace] = 0;
        Write(arguments.AsSpan(3), claims, now, now + callTimeout);
        return new ScriptCall(RedisScript.Reserve, keys.Of(claims), arguments, claims);
    }

    public static ScriptCall Settle(
        RedisKeys keys,
        in BudgetReservation reservation,
        BudgetOutcome outcome,
        IReadOnlyList<ServerWord>? words,
        DateTimeOffset now)
    {
        IReadOnlyList<BudgetClaim> claims = reservation.Claims;
        var arguments = new RedisValue[6 + (claims.Count * ClaimLength) + ((words?.Count ?? 0) * 4)];
        arguments[NamePlace] = reservation.Id;
        arguments[1] = reservation.Deadline;
        arguments[2] = (int)outcome;
        arguments[SettledPlace] = 0;
        Span<RedisValue> rest = Write(arguments.AsSpan(4), claims, now, now);
        Write(rest, claims, words ?? []);
        return new ScriptCall(RedisScript.Settle, keys.Of(claims), arguments, claims);
    }

    public static ScriptCall Read(RedisKeys keys, IReadOnlyList<BudgetClaim> claims, bool isLog, DateTimeOffset now)
    {
        var arguments = new RedisValue[2 + (claims.Count * ClaimLength)];
        arguments[0] = isLog ? 1 : 0;
        Write(arguments.AsSpan(1), claims, now, now);
        return new ScriptCall(RedisScript.Read, keys.Of(claims), arguments, claims);
    }

    /// <summary>What is reserved, or settled, as far as the caller knows.</summary>
    public BudgetReservation Reservation(long deadline) => new(Claims, (long)Arguments[NamePlace], deadline);

    /// <summary>
    /// The same, for a server that may have done it already: then a reservation looks for its name, and it is no error
    /// of a settlement that the call isn't under way. Reading needs nothing of it.
    /// </summary>
    public ScriptCall AskedAgain()
    {
        if (Script == RedisScript.Read)
            return this;
        RedisValue[] arguments = [.. Arguments];
        arguments[Script == RedisScript.Reserve ? ReservedPlace : SettledPlace] = 1;
        return this with { Arguments = arguments };
    }

    // Gives what is left to write. A slot may be held from now until some time after its deadline.
    private static Span<RedisValue> Write(
        Span<RedisValue> arguments, IReadOnlyList<BudgetClaim> claims, DateTimeOffset now, DateTimeOffset deadline)
    {
        arguments[0] = claims.Count;
        arguments = arguments[1..];
        for (int i = 0; i < claims.Count; i++)
        {
            BudgetClaim claim = claims[i];
            arguments[0] = RedisMoment.Of(claim.Key.Window);
            arguments[1] = claim.Limit;
            arguments[2] = claim.Cost;
            arguments[3] = claim.Part is null ? 0 : 1;
            arguments[4] = claim.Key.Calendar is { } calendar ? RedisMoment.Boundaries(calendar, now, deadline) : "";
            arguments = arguments[ClaimLength..];
        }

        return arguments;
    }

    private static void Write(
        Span<RedisValue> arguments, IReadOnlyList<BudgetClaim> claims, IReadOnlyList<ServerWord> words)
    {
        arguments[0] = words.Count;
        arguments = arguments[1..];
        foreach (ServerWord word in words)
        {
            arguments[0] = PlaceOf(word.Key, claims);
            arguments[1] = word.Remaining;
            arguments[2] = RedisMoment.Of(word.For);
            arguments[3] = word.AtMost is { } atMost ? RedisMoment.Of(atMost) : 0;
            arguments = arguments[4..];
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
