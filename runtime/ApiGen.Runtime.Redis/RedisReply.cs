using StackExchange.Redis;

namespace ApiGen.Budgets;

/// <summary>A script's reply, in the order of <c>claims.lua</c>.</summary>
internal readonly struct RedisReply(RedisResult[] fields, TimeProvider timeProvider)
{
    private const int Absent = -1;

    /// <summary>The store's time when the script ran.</summary>
    public long Now { get; } = (long)fields[0];

    public string Epoch { get; } = (string)fields[1]!;

    public long Sequence { get; } = (long)fields[2];

    /// <summary>The longest time that any call was given.</summary>
    public long Timeout { get; } = (long)fields[3];

    /// <summary>Whether the script did what was asked.</summary>
    public bool IsDone => (long)fields[4] == 1;

    /// <summary>The answer to a reservation.</summary>
    public BudgetDecision DecisionOn(IReadOnlyList<BudgetClaim> claims, long id)
    {
        if (IsDone)
            return BudgetDecision.Granted(new BudgetReservation(claims, id, (long)fields[5]));
        BudgetState state = StateOf(claims[(int)fields[5]], (RedisResult[])fields[8]!);
        return BudgetDecision.Refused(
            new BudgetRefusal(state, WallTime((long)fields[6]), (BudgetRefusalReason)(int)fields[7]));
    }

    /// <summary>The budgets that were read.</summary>
    public BudgetState[] StatesOf(IReadOnlyList<BudgetClaim> claims)
    {
        var states = new BudgetState[claims.Count];
        for (int i = 0; i < states.Length; i++)
            states[i] = StateOf(claims[i], (RedisResult[])fields[4][i][0]!);
        return states;
    }

    /// <summary>The budgets that were read, with their slots.</summary>
    public BudgetLog[] LogsOf(IReadOnlyList<BudgetClaim> claims)
    {
        var logs = new BudgetLog[claims.Count];
        for (int i = 0; i < logs.Length; i++)
        {
            RedisResult log = fields[4][i];
            BudgetState state = StateOf(claims[i], (RedisResult[])log[0]!);
            logs[i] = new BudgetLog(state, WallTimes(log[1]), WallTimes(log[2]));
        }

        return logs;
    }

    private BudgetState StateOf(BudgetClaim claim, RedisResult[] state)
    {
        long next = (long)state[1];
        long own = (long)state[3];
        long left = (long)state[4];
        return new BudgetState(claim.Key, claim.Limit, (int)state[0], next == Absent ? null : WallTime(next))
        {
            UnderWay = (int)state[2],
            UsedByCaller = own == Absent ? null : (int)own,
            LeftByServer = left == Absent ? null : (int)left,
            ServerWordEnds = left == Absent ? null : WallTime((long)state[5]),
        };
    }

    private DateTimeOffset[] WallTimes(RedisResult moments)
    {
        var times = new DateTimeOffset[moments.Length];
        for (int i = 0; i < times.Length; i++)
            times[i] = WallTime((long)moments[i]);
        return times;
    }

    // By this process's clock, which is the one that will be waited by.
    private DateTimeOffset WallTime(long moment)
    {
        TimeSpan ahead = TimeSpan.FromMicroseconds(moment - Now);
        DateTimeOffset wall = timeProvider.GetUtcNow();
        return ahead < DateTimeOffset.MaxValue - wall ? wall + ahead : DateTimeOffset.MaxValue;
    }
}
