using Microsoft.Data.Sqlite;

namespace ApiGen.Budgets;

/// <summary>The tables of a budget file, and the marks by which one is known.</summary>
internal static class BudgetSchema
{
    /// <summary>The layout of the tables below. A change of theirs raises it.</summary>
    public const int Version = 1;

    // "ApiG", in the place where SQLite lets a program sign its files.
    private const int ApplicationId = 0x41706947;

    // A slot's row is found by the moment it frees, so its key begins with that: expired rows are a range at the start.
    // The number of a budget's rows is kept in its own row, so that a decision costs the same whatever the limit.
    private const string Tables =
        $"""
        CREATE TABLE clock (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            moment INTEGER NOT NULL,
            monotonic INTEGER NOT NULL,
            wall INTEGER NOT NULL,
            boot TEXT NOT NULL
        ) STRICT;
        CREATE TABLE budget (
            id INTEGER PRIMARY KEY,
            pool TEXT NOT NULL,
            scope INTEGER NOT NULL,
            subject TEXT NOT NULL,
            window INTEGER NOT NULL,
            used INTEGER NOT NULL CHECK (used >= 0),
            UNIQUE (pool, scope, subject, window)
        ) STRICT;
        CREATE TABLE slot (
            budget INTEGER NOT NULL,
            frees INTEGER NOT NULL,
            reservation INTEGER NOT NULL,
            under_way INTEGER NOT NULL,
            PRIMARY KEY (budget, frees, reservation)
        ) STRICT, WITHOUT ROWID;
        """;

    /// <summary>
    /// Makes the tables in an empty file, and refuses a file that isn't a budget file of this version.
    /// </summary>
    /// <exception cref="BudgetStoreException">
    /// The file belongs to another program or to a newer version, or lies where processes can't share it.
    /// </exception>
    public static void Ensure(SqliteConnection connection, string path, HostClock clock)
    {
        // In a transaction, so that another process can't make the tables between one look and the next.
        Run(connection, "BEGIN");
        bool isPresent = IsPresent(connection, path);
        Run(connection, "COMMIT");

        // Only now, so that another program's file is left as it is.
        RequireSharing(connection, path);
        if (isPresent)
            return;

        Run(connection, "BEGIN IMMEDIATE");

        // Another process may have made them while this one waited.
        if (!IsPresent(connection, path))
            Create(connection, clock);
        Run(connection, "COMMIT");
    }

    private static void RequireSharing(SqliteConnection connection, string path)
    {
        using var statement = new Statement(connection, "PRAGMA journal_mode = WAL");
        if (statement.Text() == "wal")
            return;
        throw new BudgetStoreException(
            $"The budget file {path} lies on a file system that can't share it among processes: " +
            "put it on a local disk.");
    }

    private static bool IsPresent(SqliteConnection connection, string path)
    {
        long application = Read(connection, "PRAGMA application_id");
        long version = Read(connection, "PRAGMA user_version");
        if (application == ApplicationId && version == Version)
            return true;
        if (application == ApplicationId)
        {
            throw new BudgetStoreException(
                $"The budget file {path} has layout {version}, and this version of ApiGen.Runtime.Sqlite knows " +
                $"layout {Version}: update the package, or name another file.");
        }

        if (application != 0 || version != 0 || Read(connection, "SELECT count(*) FROM sqlite_schema") != 0)
        {
            throw new BudgetStoreException(
                $"The file {path} is another program's database: name another file for budgets.");
        }

        return false;
    }

    private static void Create(SqliteConnection connection, HostClock clock)
    {
        Run(connection, Tables);
        var start = FileTime.Start(clock);
        using (var insert = new Statement(connection, "INSERT INTO clock VALUES (1, $1, $2, $3, $4)"))
            insert.Run(start.Moment, start.Monotonic, start.Wall, start.Boot);
        Run(connection, $"PRAGMA application_id = {ApplicationId}");
        Run(connection, $"PRAGMA user_version = {Version}");
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var statement = new Statement(connection, sql);
        statement.Run();
    }

    private static long Read(SqliteConnection connection, string sql)
    {
        using var statement = new Statement(connection, sql);
        return statement.Number() ?? 0;
    }
}
