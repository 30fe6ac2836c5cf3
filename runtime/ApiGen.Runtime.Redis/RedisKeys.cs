using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using StackExchange.Redis;

namespace ApiGen.Budgets;

/// <summary>The names of the keys of one app. They have one hash tag, so that one script may use all of them.</summary>
/// <remarks>
/// As in <c>{apigen}:slots:user:864000000000:Twitter/friendships/create:7</c>; the window is in ticks of 100 ns, and a
/// calendar as in <c>day@America/New_York</c>.
/// </remarks>
internal sealed class RedisKeys
{
    private readonly string _prefix;

    // A claim is made once and asked many times, and its names cost more to write than to send.
    private readonly ConditionalWeakTable<BudgetClaim, RedisKey[]> _named = [];
    private readonly ConditionalWeakTable<BudgetClaim, RedisKey[]>.CreateValueCallback _name;

    public RedisKeys(string prefix)
    {
        _prefix = prefix;
        _name = NamesOf;
        Record = $"{{{prefix}}}:record";
    }

    /// <summary>The record of the app as a whole.</summary>
    public RedisKey Record { get; }

    /// <summary>
    /// The keys of a script that draws on budgets: the record, and two for each claim, or three if it is shared fairly.
    /// </summary>
    public RedisKey[] Of(IReadOnlyList<BudgetClaim> claims)
    {
        int length = 1;
        for (int i = 0; i < claims.Count; i++)
            length += claims[i].Part.HasValue ? 3 : 2;
        var keys = new RedisKey[length];
        keys[0] = Record;
        Span<RedisKey> rest = keys.AsSpan(1);
        for (int i = 0; i < claims.Count; i++)
        {
            RedisKey[] names = _named.GetValue(claims[i], _name);
            names.CopyTo(rest);
            rest = rest[names.Length..];
        }

        return keys;
    }

    private RedisKey[] NamesOf(BudgetClaim claim)
    {
        RedisKey slots = Name("slots", claim.Key);
        RedisKey word = Name("word", claim.Key);
        return claim.Part is { } part ? [slots, word, Name("slots", part)] : [slots, word];
    }

    // The subject comes last, so that only a colon in the pool could make two names one.
    private byte[] Name(string kind, in BudgetKey key)
    {
        string pool = key.Pool.AsSpan().ContainsAny('%', ':')
            ? key.Pool.Replace("%", "%25", StringComparison.Ordinal).Replace(":", "%3A", StringComparison.Ordinal)
            : key.Pool;
        string window = key.Calendar?.ToString() ?? key.Window.Ticks.ToString(CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetBytes($"{{{_prefix}}}:{kind}:{ScopeOf(key.Scope)}:{window}:{pool}:{key.Subject}");
    }

    private static string ScopeOf(BudgetScope scope) => scope switch
    {
        BudgetScope.User => "user",
        BudgetScope.App => "app",
        _ => ((int)scope).ToString(CultureInfo.InvariantCulture),
    };
}
