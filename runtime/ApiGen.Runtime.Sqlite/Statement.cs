using Microsoft.Data.Sqlite;

namespace ApiGen.Budgets;

/// <summary>A prepared SQL statement with numbered parameters.</summary>
internal sealed class Statement : IDisposable
{
    private readonly SqliteCommand _command;

    /// <summary>Prepares a statement whose parameters are named <c>$1</c>, <c>$2</c> and so on.</summary>
    public Statement(SqliteConnection connection, string sql)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        for (int number = 1; sql.Contains($"${number}", StringComparison.Ordinal); number++)
            _command.Parameters.Add(new SqliteParameter { ParameterName = $"${number}" });
    }

    /// <summary>Runs it and returns the number of rows it changed.</summary>
    public int Run(params ReadOnlySpan<object> values)
    {
        Bind(values);
        return _command.ExecuteNonQuery();
    }

    /// <summary>Runs it and returns the first column of its first row, or null if there is no row.</summary>
    public long? Number(params ReadOnlySpan<object> values)
    {
        Bind(values);
        return _command.ExecuteScalar() as long?;
    }

    /// <summary>Runs it and returns the first column of its first row, or null if there is no row.</summary>
    public string? Text() => _command.ExecuteScalar() as string;

    /// <summary>Runs it and lets its rows be read.</summary>
    public SqliteDataReader Rows(params ReadOnlySpan<object> values)
    {
        Bind(values);
        return _command.ExecuteReader();
    }

    public void Dispose() => _command.Dispose();

    private void Bind(ReadOnlySpan<object> values)
    {
        for (int i = 0; i < values.Length; i++)
            _command.Parameters[i].Value = values[i];
    }
}
