using Microsoft.Data.Sqlite;

namespace ApiGen.Budgets;

/// <summary>
/// The operations on a budget file, each within a transaction that is already open. An operation decides before it
/// writes: a refused one leaves nothing behind, so that one transaction may hold several.
/// </summary>
internal sealed class BudgetLedger : IDisposable
{
    private readonly HostClock _clock;
    private readonly BudgetRows _rows;
    private FileTime _written;
    private FileTime _now;

    public BudgetLedger(SqliteConnection connection, HostClock clock)
    {
        _clock = clock;
        _rows = new BudgetRows(connection);
    }

    /// <summary>Reads the clock. To be called first in every transaction, when its lock is held.</summary>
    public void Begin()
    {
        _written = _rows.ReadClock();
        _now = _written.Advance(_clock);
    }

    /// <summary>Takes one slot of every claim, or of none.</summary>
    public BudgetDecision Reserve(IReadOnlyList<BudgetClaim> claims, TimeSpan callTimeout)
    {
        var budgets = new BudgetRow[claims.Count];
        for (int i = 0; i < budgets.Length; i++)
            budgets[i] = _rows.Find(claims[i].Key, _now.Moment);
        if (RefusalOf(claims, budgets) is { } refusal)
        {
            // A clock that went backward is written down even if nothing else is, or time would stand still until it
            // has caught up.
            if (_now.IsSetBackFrom(_written))
                _rows.WriteClock(_now);
            return BudgetDecision.Refused(refusal);
        }

        long reservation = Random.Shared.NextInt64();
        long deadline = _now.Moment + callTimeout.Ticks;
        for (int i = 0; i < budgets.Length; i++)
            _rows.Take(claims[i].Key, budgets[i], deadline, reservation, _now.Moment);
        _rows.Sweep(budgets.Length + 1, _now.Moment);
        _rows.WriteClock(_now);
        return BudgetDecision.Granted(new BudgetReservation(claims, reservation, deadline));
    }

    /// <summary>Says what became of a reserved call.</summary>
    /// <exception cref="InvalidOperationException">
    /// The reservation is settled already, or isn't of this file.
    /// </exception>
    public void Settle(in BudgetReservation reservation, BudgetOutcome outcome)
    {
        foreach (BudgetClaim claim in reservation.Claims)
        {
            // A slot that has freed by now is not taken again: the call outlived its deadline by a window.
            bool isFree = reservation.Deadline + claim.Key.Window.Ticks <= _now.Moment;
            if (!isFree && !Settle(claim.Key, reservation, outcome))
                throw new InvalidOperationException("The reservation is settled already, or is of another store.");
        }

        _rows.WriteClock(_now);
    }

    /// <summary>Reads budgets.</summary>
    public BudgetState[] Read(IReadOnlyList<BudgetClaim> claims)
    {
        var states = new BudgetState[claims.Count];
        for (int i = 0; i < states.Length; i++)
            states[i] = StateOf(claims[i], _rows.Find(claims[i].Key, _now.Moment));
        return states;
    }

    public void Dispose() => _rows.Dispose();

    private bool Settle(BudgetKey key, in BudgetReservation reservation, BudgetOutcome outcome)
    {
        BudgetRow budget = _rows.Find(key, _now.Moment);
        long frees = reservation.Deadline + key.Window.Ticks;
        if (outcome == BudgetOutcome.NeverSent)
            return _rows.GiveBack(budget, frees, reservation.Id);
        bool isOver = outcome == BudgetOutcome.Completed || _now.Moment > reservation.Deadline;
        return _rows.Settle(budget, frees, reservation.Id, isOver ? _now.Moment + key.Window.Ticks : frees);
    }

    private BudgetRefusal? RefusalOf(IReadOnlyList<BudgetClaim> claims, BudgetRow[] budgets)
    {
        int refusing = -1;
        long resumes = 0;
        for (int i = 0; i < budgets.Length; i++)
        {
            int excess = budgets[i].Used - claims[i].Limit;
            if (excess < 0)
                continue;
            long frees = _rows.FreesAt(budgets[i], excess, _now.Moment);
            if (refusing >= 0 && frees <= resumes)
                continue;
            refusing = i;
            resumes = frees;
        }

        return refusing < 0
            ? null
            : new BudgetRefusal(StateOf(claims[refusing], budgets[refusing]), WallTime(resumes));
    }

    private BudgetState StateOf(BudgetClaim claim, BudgetRow budget)
    {
        DateTimeOffset? next = budget.Used == 0 ? null : WallTime(_rows.FreesAt(budget, 0, _now.Moment));
        return new BudgetState(claim.Key, claim.Limit, budget.Used, next);
    }

    private DateTimeOffset WallTime(long moment)
    {
        long wall = Math.Min(_now.Wall + (moment - _now.Moment), DateTimeOffset.MaxValue.UtcTicks);
        return new DateTimeOffset(wall, TimeSpan.Zero);
    }
}
