using Microsoft.Data.Sqlite;

namespace ApiGen.Budgets;

/// <summary>
/// The operations on a budget file, each within a transaction that is already open. An operation decides before it
/// writes: one that is refused or fails as the caller's mistake leaves nothing behind, so that one transaction may hold
/// several.
/// </summary>
internal sealed class BudgetLedger(SqliteConnection connection, HostClock clock) : IDisposable
{
    private readonly FileClock _fileClock = new(connection);
    private readonly FileBudgets _budgets = new(connection);
    private FileTime _written;
    private FileTime _now;
    private bool _hasWritten;

    /// <summary>Reads the clock. To be called first in every transaction, when its lock is held.</summary>
    public void Begin()
    {
        _written = _fileClock.Read();
        _now = _written.Advance(clock);
        _hasWritten = false;
    }

    /// <summary>Writes the clock if anything is written. To be called last in a transaction that may write.</summary>
    public void End()
    {
        // A clock that went backward is written down even if nothing else is, or time would stand still until it has
        // caught up. So is a step of the wall clock, which would seem to come later.
        if (_hasWritten || _now.IsSetBackFrom(_written) || _now.Stepped != _written.Stepped)
            _fileClock.Write(_now);
    }

    /// <summary>Takes the slots of every claim, or none.</summary>
    public BudgetDecision Reserve(IReadOnlyList<BudgetClaim> claims, TimeSpan callTimeout)
    {
        ClaimRows[] rows = RowsOf(claims);
        if (RefusalOf(claims, rows) is { } refusal)
            return BudgetDecision.Refused(refusal);

        _hasWritten = true;
        long reservation = Random.Shared.NextInt64();
        long deadline = _now.Moment + callTimeout.Ticks;
        int budgets = 1;
        for (int i = 0; i < rows.Length; i++)
        {
            _budgets.Take(claims[i], rows[i], deadline, reservation, _now);
            budgets += claims[i].Part is null ? 1 : 2;
        }

        // More than may have been added, which keeps the idle from outgrowing the used.
        _budgets.Sweep(budgets, _now);
        return BudgetDecision.Granted(new BudgetReservation(claims, reservation, deadline));
    }

    /// <summary>Says what became of a reserved call, and what the server said.</summary>
    /// <exception cref="InvalidOperationException">
    /// The reservation is settled already, or isn't of this file.
    /// </exception>
    /// <returns>The reservation's number.</returns>
    public long Settle(BudgetReservation reservation, BudgetOutcome outcome, IReadOnlyList<ServerWord>? words)
    {
        IReadOnlyList<BudgetClaim> claims = reservation.Claims;
        ClaimRows[] rows = RowsOf(claims);
        for (int i = 0; i < rows.Length; i++)
        {
            if (!_budgets.MaySettle(claims[i], rows[i], reservation, _now))
                throw new InvalidOperationException("The reservation is settled already, or is of another store.");
        }

        _hasWritten = true;
        for (int i = 0; i < rows.Length; i++)
            _budgets.Settle(claims[i], rows[i], reservation, outcome, _now);
        for (int i = 0; i < words?.Count; i++)
            _budgets.Hear(words[i], _now);
        return reservation.Id;
    }

    /// <summary>Reads budgets.</summary>
    public BudgetState[] Read(IReadOnlyList<BudgetClaim> claims) =>
        [.. claims.Select(claim => _budgets.StateOf(claim, _budgets.RowsOf(claim, _now), _now))];

    /// <summary>Reads budgets with all of their taken slots.</summary>
    public BudgetLog[] ReadLog(IReadOnlyList<BudgetClaim> claims) =>
        [.. claims.Select(claim => _budgets.LogOf(claim, _now))];

    public void Dispose()
    {
        _fileClock.Dispose();
        _budgets.Dispose();
    }

    private ClaimRows[] RowsOf(IReadOnlyList<BudgetClaim> claims)
    {
        var rows = new ClaimRows[claims.Count];
        for (int i = 0; i < rows.Length; i++)
            rows[i] = _budgets.RowsOf(claims[i], _now);
        return rows;
    }

    private BudgetRefusal? RefusalOf(IReadOnlyList<BudgetClaim> claims, ClaimRows[] rows)
    {
        int refusing = -1;
        ClaimRefusal? longest = null;
        for (int i = 0; i < rows.Length; i++)
        {
            ClaimRefusal? later = ClaimRefusal.Later(longest, _budgets.RefusalOf(claims[i], rows[i], _now));
            if (later != longest)
                (refusing, longest) = (i, later);
        }

        return longest is not { } refusal
            ? null
            : new BudgetRefusal(
                _budgets.StateOf(claims[refusing], rows[refusing], _now),
                _now.WallTime(refusal.ResumesAt),
                refusal.Reason);
    }
}
