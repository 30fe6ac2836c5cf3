using Microsoft.Data.Sqlite;

namespace ApiGen.Budgets;

/// <summary>Reads and writes the rows of a budget file, with statements prepared once a connection.</summary>
internal sealed class BudgetRows : IDisposable
{
    private readonly List<Statement> _statements = [];
    private readonly Statement _readClock;
    private readonly Statement _writeClock;
    private readonly Statement _find;
    private readonly Statement _countExpired;
    private readonly Statement _freesAt;
    private readonly Statement _create;
    private readonly Statement _deleteExpired;
    private readonly Statement _take;
    private readonly Statement _setUsed;
    private readonly Statement _addUsed;
    private readonly Statement _settle;
    private readonly Statement _giveBack;
    private readonly Statement _next;
    private readonly Statement _forget;
    private long _swept;

    public BudgetRows(SqliteConnection connection)
    {
        _readClock = Prepare("SELECT moment, monotonic, wall, boot FROM clock");
        _writeClock = Prepare("UPDATE clock SET moment = $1, monotonic = $2, wall = $3, boot = $4");
        _find = Prepare("SELECT id, used FROM budget WHERE pool = $1 AND scope = $2 AND subject = $3 AND window = $4");
        _countExpired = Prepare("SELECT count(*) FROM slot WHERE budget = $1 AND frees <= $2");
        _freesAt = Prepare("SELECT frees FROM slot WHERE budget = $1 AND frees > $2 ORDER BY frees LIMIT 1 OFFSET $3");
        _create = Prepare(
            "INSERT INTO budget (pool, scope, subject, window, used) VALUES ($1, $2, $3, $4, 0) RETURNING id");
        _deleteExpired = Prepare("DELETE FROM slot WHERE budget = $1 AND frees <= $2");
        _take = Prepare("INSERT INTO slot VALUES ($1, $2, $3, 1)");
        _setUsed = Prepare("UPDATE budget SET used = $2 WHERE id = $1");
        _addUsed = Prepare("UPDATE budget SET used = used + $2 WHERE id = $1");
        _settle = Prepare(
            "UPDATE slot SET frees = $4, under_way = 0 " +
            "WHERE budget = $1 AND frees = $2 AND reservation = $3 AND under_way = 1");
        _giveBack = Prepare(
            "DELETE FROM slot WHERE budget = $1 AND frees = $2 AND reservation = $3 AND under_way = 1");
        _next = Prepare("SELECT id FROM budget WHERE id > $1 ORDER BY id LIMIT 1");
        _forget = Prepare("DELETE FROM budget WHERE id = $1 AND used = 0");

        Statement Prepare(string sql)
        {
            var statement = new Statement(connection, sql);
            _statements.Add(statement);
            return statement;
        }
    }

    public FileTime ReadClock()
    {
        using SqliteDataReader row = _readClock.Rows();
        if (!row.Read())
            throw new InvalidDataException("The file has no clock.");
        return new FileTime(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetString(3));
    }

    public void WriteClock(FileTime time) => _writeClock.Run(time.Moment, time.Monotonic, time.Wall, time.Boot);

    public BudgetRow Find(BudgetKey key, long now)
    {
        long id;
        int used;
        using (SqliteDataReader row = _find.Rows(key.Pool, (long)key.Scope, key.Subject, key.Window.Ticks))
        {
            if (!row.Read())
                return default;
            id = row.GetInt64(0);
            used = row.GetInt32(1);
        }

        int expired = (int)(_countExpired.Number(id, now) ?? 0);
        return new BudgetRow(id, used - expired, expired);
    }

    /// <summary>When the taken slot at a place frees, the next one first.</summary>
    public long FreesAt(BudgetRow budget, int place, long now) =>
        _freesAt.Number(budget.Id, now, (long)place)
        ?? throw new InvalidDataException("The file counts more slots than it holds.");

    public void Take(BudgetKey key, BudgetRow budget, long deadline, long reservation, long now)
    {
        long id = budget.Id;
        if (id == 0)
            id = _create.Number(key.Pool, (long)key.Scope, key.Subject, key.Window.Ticks) ?? 0;
        if (budget.Expired > 0)
            _deleteExpired.Run(id, now);
        _take.Run(id, deadline + key.Window.Ticks, reservation);
        _setUsed.Run(id, (long)budget.Used + 1);
    }

    public bool Settle(BudgetRow budget, long frees, long reservation, long to) =>
        _settle.Run(budget.Id, frees, reservation, to) == 1;

    public bool GiveBack(BudgetRow budget, long frees, long reservation)
    {
        if (_giveBack.Run(budget.Id, frees, reservation) == 0)
            return false;
        _addUsed.Run(budget.Id, -1L);
        return true;
    }

    /// <summary>
    /// Looks at the next few budgets, deletes what has freed, and forgets those without a taken slot.
    /// </summary>
    public void Sweep(int budgets, long now)
    {
        for (int i = 0; i < budgets; i++)
        {
            _swept = _next.Number(_swept) ?? 0;
            if (_swept == 0)
                continue;
            int expired = _deleteExpired.Run(_swept, now);
            if (expired > 0)
                _addUsed.Run(_swept, (long)-expired);
            _forget.Run(_swept);
        }
    }

    public void Dispose()
    {
        foreach (Statement statement in _statements)
            statement.Dispose();
    }
}
