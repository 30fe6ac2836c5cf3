using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ApiGen.Budgets;

/// <summary>Runs SQL statements that are run once, and whose rows say nothing.</summary>
internal static class SqlScript
{
    public static void Run(SqliteConnection connection, string sql) =>
        SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(connection.Handle!, sql), connection.Handle);
}
