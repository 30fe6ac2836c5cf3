using Microsoft.Data.Sqlite;

namespace ApiGen.Budgets;

/// <summary>Reads and writes the budgets and slots of a file, with statements prepared once a connection.</summary>
internal sealed class BudgetRows(SqliteConnection connection) : IDisposable
{
    private readonly Statement _find = new(
        connection,
        "SELECT b.id, b.used, " +
        "(SELECT coalesce(sum(s.slots), 0) FROM slot s WHERE s.budget = b.id AND s.frees <= ?5), " +
        "w.remaining, w.ends, w.is_exhausted, w.length " +
        "FROM budget b LEFT JOIN word w ON w.budget = b.id " +
        "WHERE b.pool = ?1 AND b.scope = ?2 AND b.subject = ?3 AND b.window = ?4 AND b.calendar = ?6");

    private readonly Statement _create = new(
        connection,
        "INSERT INTO budget (pool, scope, subject, window, calendar, used) " +
        "VALUES (?1, ?2, ?3, ?4, ?6, 0) RETURNING id");

    private readonly Statement _setUsed = new(connection, "UPDATE budget SET used = ?2 WHERE id = ?1");
    private readonly Statement _giveBack = new(connection, "UPDATE budget SET used = used - ?2 WHERE id = ?1");
    private readonly Statement _inOrder = new(
        connection,
        "SELECT frees, slots FROM slot WHERE budget = ?1 AND frees > ?3 UNION ALL " +
        "SELECT frees, slots FROM slot WHERE budget = ?2 AND frees > ?3 ORDER BY 1");

    private readonly Statement _countAfter = new(
        connection, "SELECT coalesce(sum(slots), 0) FROM slot WHERE budget = ?1 AND frees > ?2");

    private readonly Statement _take = new(
        connection, "INSERT INTO slot (budget, frees, reservation, under_way, slots) VALUES (?1, ?2, ?3, ?5, ?4)");

    private readonly Statement _isUnderWay = new(
        connection, "SELECT under_way FROM slot WHERE budget = ?1 AND frees = ?2 AND reservation = ?3");

    private readonly Statement _settle = new(
        connection,
        "UPDATE slot SET frees = ?4, under_way = 0 WHERE budget = ?1 AND frees = ?2 AND reservation = ?3");

    private readonly Statement _remove = new(
        connection, "DELETE FROM slot WHERE budget = ?1 AND frees = ?2 AND reservation = ?3");

    private readonly Statement _removeUntil = new(connection, "DELETE FROM slot WHERE budget = ?1 AND frees <= ?2");
    private readonly Statement _setWord = new(
        connection,
        "INSERT OR REPLACE INTO word (budget, remaining, ends, is_exhausted, length) VALUES (?1, ?2, ?3, ?4, ?5)");

    private readonly Statement _next = new(
        connection,
        "SELECT id, " +
        "NOT EXISTS (SELECT 1 FROM slot WHERE budget = id AND frees > ?2 - iif(calendar = '', 0, window)) AND " +
        "NOT EXISTS (SELECT 1 FROM word WHERE budget = id AND ends + length > ?2) " +
        "FROM budget WHERE id > ?1 ORDER BY id");

    private readonly Statement _forgetSlots = new(connection, "DELETE FROM slot WHERE budget = ?1");
    private readonly Statement _forgetWord = new(connection, "DELETE FROM word WHERE budget = ?1");
    private readonly Statement _forget = new(connection, "DELETE FROM budget WHERE id = ?1");
    private readonly List<long> _idle = [];
    private long _swept;

    /// <summary>Finds a budget; the default if the file doesn't have it.</summary>
    public BudgetRow Find(in BudgetKey key, FileTime now)
    {
        if (!BindKey(_find, key).Bind(5, now.FreeUntil(key)).Step())
            return default;
        int expired = (int)_find.Number(2);
        var word = new StandingWord(
            (int)_find.Number(3), _find.Number(4), _find.Number(5) != 0, _find.Number(6));
        var row = new BudgetRow(_find.Number(0), (int)_find.Number(1) - expired, expired, word);
        _find.Reset();
        return row;
    }

    /// <summary>Adds a budget without a taken slot, which the file doesn't have.</summary>
    public BudgetRow Create(in BudgetKey key) => new(BindKey(_create, key).Number() ?? 0, 0, 0, default);

    /// <summary>
    /// The date of the taken slot at a place, the earliest first, among those of one or two budgets.
    /// </summary>
    public long DateAt(long budget, long other, int place, long freeUntil)
    {
        _inOrder.Bind(1, budget).Bind(2, other).Bind(3, freeUntil);
        while (_inOrder.Step())
        {
            place -= (int)_inOrder.Number(1);
            if (place >= 0)
                continue;
            long date = _inOrder.Number(0);
            _inOrder.Reset();
            return date;
        }

        throw new InvalidDataException("The file counts more slots than it holds.");
    }

    /// <summary>The dates of every taken slot of a budget, the earliest first.</summary>
    public List<long> Dates(long budget, long freeUntil)
    {
        List<long> dates = [];
        _inOrder.Bind(1, budget).Bind(2, 0).Bind(3, freeUntil);
        while (_inOrder.Step())
            dates.AddRange(Enumerable.Repeat(_inOrder.Number(0), (int)_inOrder.Number(1)));
        return dates;
    }

    /// <summary>How many slots of a budget are of a later date.</summary>
    public int CountAfter(long budget, long date) => (int)(_countAfter.Bind(1, budget).Bind(2, date).Number() ?? 0);

    /// <summary>Takes slots for a call under way.</summary>
    public void Take(BudgetRow budget, long date, long reservation, int slots, long freeUntil)
    {
        // Some at a time, because they lie on another page than the slots that are taken now.
        int expired = budget.Expired;
        if (expired > Math.Min(16, budget.Used / 4))
        {
            _removeUntil.Bind(1, budget.Id).Bind(2, freeUntil).Run();
            expired = 0;
        }

        _take.Bind(1, budget.Id).Bind(2, date).Bind(3, reservation).Bind(4, slots).Bind(5, 1).Run();
        _setUsed.Bind(1, budget.Id).Bind(2, budget.Used + expired + slots).Run();
    }

    /// <summary>Whether a call under way has slots of a budget.</summary>
    public bool IsUnderWay(long budget, long date, long reservation) =>
        _isUnderWay.Bind(1, budget).Bind(2, date).Bind(3, reservation).Number() == 1;

    /// <summary>Dates the slots of a call that is under way no longer.</summary>
    public void Settle(long budget, long date, long reservation, long to) =>
        _settle.Bind(1, budget).Bind(2, date).Bind(3, reservation).Bind(4, to).Run();

    /// <summary>Takes slots, beside whatever else is taken, for a call that is under way no longer.</summary>
    public void Add(long budget, long date, long reservation, int slots)
    {
        if (budget == 0)
            return;
        _take.Bind(1, budget).Bind(2, date).Bind(3, reservation).Bind(4, slots).Bind(5, 0).Run();
        _giveBack.Bind(1, budget).Bind(2, -slots).Run();
    }

    /// <summary>Gives the slots of a call back.</summary>
    public void GiveBack(long budget, long date, long reservation, int slots)
    {
        _remove.Bind(1, budget).Bind(2, date).Bind(3, reservation).Run();
        _giveBack.Bind(1, budget).Bind(2, slots).Run();
    }

    /// <summary>Notes what the server said of a budget.</summary>
    public void SetWord(long budget, StandingWord word) =>
        _setWord.Bind(1, budget).Bind(2, word.Remaining).Bind(3, word.Ends)
            .Bind(4, word.IsExhausted ? 1 : 0).Bind(5, word.Length).Run();

    /// <summary>Looks at the next few budgets and forgets those without a taken slot or a word.</summary>
    /// <remarks>One that is drawn on drops its own slots, so each budget is swept once, and whole.</remarks>
    public void Sweep(int budgets, long now)
    {
        // Not by a limit in the statement, which SQLite would then prepare anew for every value.
        _next.Bind(1, _swept).Bind(2, now);
        int seen = 0;
        for (; seen < budgets && _next.Step(); seen++)
        {
            _swept = _next.Number(0);
            if (_next.Number(1) != 0)
                _idle.Add(_swept);
        }

        _next.Reset();

        foreach (long id in _idle)
        {
            _forgetSlots.Bind(1, id).Run();
            _forgetWord.Bind(1, id).Run();
            _forget.Bind(1, id).Run();
        }

        _idle.Clear();
        if (seen < budgets)
            _swept = 0;
    }

    public void Dispose()
    {
        Statement[] statements =
        [
            _find, _create, _setUsed, _giveBack, _inOrder, _countAfter, _take, _isUnderWay, _settle, _remove,
            _removeUntil, _setWord, _next, _forgetSlots, _forgetWord, _forget,
        ];
        foreach (Statement statement in statements)
            statement.Dispose();
    }

    private static Statement BindKey(Statement statement, in BudgetKey key) =>
        statement.Bind(1, key.Pool).Bind(2, (long)key.Scope).Bind(3, key.Subject).Bind(4, key.Window.Ticks)
            .Bind(6, key.Calendar?.ToString() ?? "");
}
