using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ApiGen.Budgets;

/// <summary>A prepared SQL statement with numbered parameters.</summary>
/// <remarks>
/// Below the commands of Microsoft.Data.Sqlite, on its connection: a call runs a dozen statements, and a command
/// boxes every value and makes a reader each time.
/// </remarks>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;

    /// <summary>Prepares a statement whose parameters are named <c>?1</c>, <c>?2</c> and so on.</summary>
    /// <exception cref="SqliteException">It can't be prepared.</exception>
    public Statement(SqliteConnection connection, string sql)
    {
        _connection = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(_connection, sql, out _statement), _connection);
    }

    /// <summary>Sets a parameter, the first of which has the number 1.</summary>
    public Statement Bind(int number, long value)
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_bind_int64(_statement, number, value), _connection);
        return this;
    }

    /// <summary>Sets a parameter, the first of which has the number 1.</summary>
    public Statement Bind(int number, string value)
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_bind_text(_statement, number, value), _connection);
        return this;
    }

    /// <summary>Runs it and returns the number of rows it changed.</summary>
    public int Run()
    {
        while (Step())
        {
            // The rows of a pragma say what was set.
        }

        return raw.sqlite3_changes(_connection);
    }

    /// <summary>Runs it and returns the first column of its first row, or null if there is no row.</summary>
    public long? Number()
    {
        long? number = Step() ? Number(0) : null;
        Reset();
        return number;
    }

    /// <summary>Runs it and returns the first column of its first row, or null if there is no row.</summary>
    public string? Text()
    {
        string? text = Step() ? Text(0) : null;
        Reset();
        return text;
    }

    /// <summary>Goes to the next row. After the last it is ready to be run again.</summary>
    /// <returns>False if there is none.</returns>
    public bool Step()
    {
        int result = raw.sqlite3_step(_statement);
        if (result == raw.SQLITE_ROW)
            return true;

        // The error is the connection's last one only until the next call.
        if (result != raw.SQLITE_DONE)
            SqliteException.ThrowExceptionForRC(result, _connection);
        Reset();
        return false;
    }

    /// <summary>A number of the present row.</summary>
    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    /// <summary>A text of the present row.</summary>
    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string() ?? "";

    /// <summary>Leaves the rows that are left, so that it can be run again.</summary>
    public void Reset() => raw.sqlite3_reset(_statement);

    public void Dispose() => _statement.Dispose();
}
