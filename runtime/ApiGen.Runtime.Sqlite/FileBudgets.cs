using Microsoft.Data.Sqlite;

namespace ApiGen.Budgets;

/// <summary>The rules of single budgets over <see cref="BudgetRows"/>.</summary>
internal sealed class FileBudgets(SqliteConnection connection) : IDisposable
{
    private readonly BudgetRows _rows = new(connection);

    /// <summary>What a claim draws on.</summary>
    public ClaimRows RowsOf(BudgetClaim claim, FileTime now) =>
        new(_rows.Find(claim.Key, now), claim.Part is { } part ? _rows.Find(part, now) : default);

    /// <summary>Why a claim can't be granted now, or null if it can.</summary>
    public ClaimRefusal? RefusalOf(BudgetClaim claim, ClaimRows rows, FileTime now)
    {
        ClaimRefusal? refusal = null;
        int excess = rows.Whole.Used + claim.Cost - claim.Limit;
        if (excess > 0 || excess + rows.Part.Used > 0)
        {
            int place = excess + rows.Part.Used - 1;
            long date = _rows.DateAt(rows.Whole.Id, rows.Part.Id, place, now.FreeUntil(claim.Key));
            refusal = new ClaimRefusal(
                now.FreesAt(claim.Key, date), excess > 0 ? BudgetRefusalReason.Used : BudgetRefusalReason.FairShare);
        }

        return ClaimRefusal.Later(refusal, rows.Whole.Word.RefusalOf(claim.Cost, now.Moment));
    }

    /// <summary>Takes the slots of a claim.</summary>
    public void Take(BudgetClaim claim, ClaimRows rows, long deadline, long reservation, FileTime now)
    {
        long date = FileTime.DateOf(claim.Key, deadline);
        BudgetRow whole = Take(claim.Key, rows.Whole);
        if (claim.Part is { } part)
            Take(part, rows.Part);
        if (whole.Word.Stands(now.Moment))
            _rows.SetWord(whole.Id, whole.Word with { Remaining = whole.Word.Remaining - claim.Cost });

        BudgetRow Take(BudgetKey key, BudgetRow budget)
        {
            if (budget.Id == 0)
                budget = _rows.Create(key);
            _rows.Take(budget, date, reservation, claim.Cost, now.FreeUntil(key));
            return budget;
        }
    }

    /// <summary>Whether a call may settle the slots of a claim, because they are its own and under way.</summary>
    public bool MaySettle(BudgetClaim claim, ClaimRows rows, BudgetReservation reservation, FileTime now)
    {
        // A slot that has freed by now is not taken again: the call outlived its deadline by a window.
        long date = FileTime.DateOf(claim.Key, reservation.Deadline);
        return date <= now.FreeUntil(claim.Key)
            || (_rows.IsUnderWay(rows.Whole.Id, date, reservation.Id)
                && (claim.Part is null || _rows.IsUnderWay(rows.Part.Id, date, reservation.Id)));
    }

    /// <summary>Dates the slots of a claim by what became of its call.</summary>
    public void Settle(
        BudgetClaim claim, ClaimRows rows, BudgetReservation reservation, BudgetOutcome outcome, FileTime now)
    {
        long freeUntil = now.FreeUntil(claim.Key);
        long date = FileTime.DateOf(claim.Key, reservation.Deadline);
        bool isOver = outcome == BudgetOutcome.Completed || now.Moment > reservation.Deadline;
        long to = isOver ? FileTime.DateOf(claim.Key, now.Moment) : date;
        bool isFree = date <= freeUntil;

        // A day may have ended meanwhile, and the call been counted in the next.
        bool isTakenAgain = isFree && claim.Key.Calendar is not null && outcome != BudgetOutcome.NeverSent;
        if (!isFree || isTakenAgain)
        {
            Settle(rows.Whole.Id);
            if (claim.Part is not null)
                Settle(rows.Part.Id);
        }

        // What is past its deadline was never taken off a word that came after it.
        StandingWord word = rows.Whole.Word;
        bool mayBeGivenBack = outcome == BudgetOutcome.NeverSent && now.Moment < reservation.Deadline;
        if (mayBeGivenBack && word.Stands(now.Moment) && !word.IsExhausted)
            _rows.SetWord(rows.Whole.Id, word with { Remaining = word.Remaining + claim.Cost });

        void Settle(long budget)
        {
            if (isTakenAgain)
                _rows.Add(budget, to, reservation.Id, claim.Cost);
            else if (outcome == BudgetOutcome.NeverSent || to <= freeUntil)
                _rows.GiveBack(budget, date, reservation.Id, claim.Cost);
            else
                _rows.Settle(budget, date, reservation.Id, to);
        }
    }

    /// <summary>Notes what the server said.</summary>
    public void Hear(ServerWord word, FileTime now)
    {
        BudgetRow budget = _rows.Find(word.Key, now);
        if (budget.Id == 0)
            budget = _rows.Create(word.Key);
        int underWay = _rows.CountAfter(budget.Id, FileTime.DateOf(word.Key, now.Moment));
        _rows.SetWord(
            budget.Id,
            budget.Word.Hear(word.Remaining, underWay, word.For.Ticks, word.AtMost?.Ticks ?? 0, now.Moment));
    }

    public BudgetState StateOf(BudgetClaim claim, ClaimRows rows, FileTime now)
    {
        BudgetRow whole = rows.Whole;
        bool hasWord = whole.Word.Stands(now.Moment);
        long freeUntil = now.FreeUntil(claim.Key);
        DateTimeOffset? next = whole.Used == 0
            ? null
            : now.WallTime(now.FreesAt(claim.Key, _rows.DateAt(whole.Id, other: 0, place: 0, freeUntil)));
        return new BudgetState(claim.Key, claim.Limit, whole.Used, next)
        {
            UnderWay = whole.Used == 0 ? 0 : _rows.CountAfter(whole.Id, FileTime.DateOf(claim.Key, now.Moment)),
            UsedByCaller = claim.Part is null ? null : rows.Part.Used,
            LeftByServer = hasWord ? Math.Max(0, whole.Word.Remaining) : null,
            ServerWordEnds = hasWord ? now.WallTime(whole.Word.Ends) : null,
        };
    }

    public BudgetLog LogOf(BudgetClaim claim, FileTime now)
    {
        ClaimRows rows = RowsOf(claim, now);
        return new BudgetLog(StateOf(claim, rows, now), FreesOf(rows.Whole), FreesOf(rows.Part));

        DateTimeOffset[] FreesOf(BudgetRow budget) =>
            budget.Used == 0
                ? []
                :
                [
                    .. _rows.Dates(budget.Id, now.FreeUntil(claim.Key))
                        .Select(date => now.WallTime(now.FreesAt(claim.Key, date))),
                ];
    }

    /// <summary>Forgets a few of the budgets that are idle.</summary>
    public void Sweep(int budgets, FileTime now) => _rows.Sweep(budgets, now.Moment);

    public void Dispose() => _rows.Dispose();
}
