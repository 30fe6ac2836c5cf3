using Microsoft.Data.Sqlite;

namespace ApiGen.Budgets;

/// <summary>The tables of a budget file, and the marks by which one is known.</summary>
internal static class BudgetSchema
{
    /// <summary>The layout of the tables below. A change of theirs raises it.</summary>
    public const int Version = 3;

    // "ApiG", in the place where SQLite lets a program sign its files.
    private const int ApplicationId = 0x41706947;

    // A slot's row is found by its date, as FileTime.DateOf gives it, so its key begins with that: expired rows are a
    // range at the start.
    // The number of a budget's slots is kept in its own row, so that a decision costs the same whatever the limit.
    private const string Tables =
        $"""
        CREATE TABLE clock (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            moment INTEGER NOT NULL,
            monotonic INTEGER NOT NULL,
            wall INTEGER NOT NULL,
            boot TEXT NOT NULL,
            stepped INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        {BudgetTable}
        CREATE TABLE slot (
            budget INTEGER NOT NULL,
            frees INTEGER NOT NULL,
            reservation INTEGER NOT NULL,
            under_way INTEGER NOT NULL,
            slots INTEGER NOT NULL DEFAULT 1 CHECK (slots > 0),
            PRIMARY KEY (budget, frees, reservation)
        ) STRICT, WITHOUT ROWID;
        {WordTable}
        """;

    private const string BudgetTable =
        """
        CREATE TABLE budget (
            id INTEGER PRIMARY KEY,
            pool TEXT NOT NULL,
            scope INTEGER NOT NULL,
            subject TEXT NOT NULL,
            window INTEGER NOT NULL,
            calendar TEXT NOT NULL,
            used INTEGER NOT NULL CHECK (used >= 0),
            UNIQUE (pool, scope, subject, window, calendar)
        ) STRICT;
        """;

    private const string WordTable =
        """
        CREATE TABLE word (
            budget INTEGER PRIMARY KEY,
            remaining INTEGER NOT NULL,
            ends INTEGER NOT NULL,
            is_exhausted INTEGER NOT NULL,
            length INTEGER NOT NULL
        ) STRICT;
        """;

    // Layout 2 knew no calendars. What tells budgets apart can't be changed in place.
    private const string FromLayout2 =
        $"""
        ALTER TABLE clock ADD COLUMN stepped INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE budget RENAME TO earlier;
        {BudgetTable}
        INSERT INTO budget SELECT id, pool, scope, subject, window, '', used FROM earlier;
        DROP TABLE earlier;
        """;

    // In layout 1 every call took one slot, and no server was heard.
    private const string FromLayout1 =
        $"""
        ALTER TABLE slot ADD COLUMN slots INTEGER NOT NULL DEFAULT 1 CHECK (slots > 0);
        {WordTable}
        """;

    /// <summary>
    /// Makes the tables in an empty file, brings those of an earlier version up to this one, and refuses a file that is
    /// neither.
    /// </summary>
    /// <exception cref="BudgetStoreException">
    /// The file belongs to another program or to a newer version, or lies where processes can't share it.
    /// </exception>
    public static void Ensure(SqliteConnection connection, string path, HostClock clock)
    {
        // In a transaction, so that another process can't make the tables between one look and the next.
        SqlScript.Run(connection, "BEGIN");
        long version = ReadVersion(connection, path);
        SqlScript.Run(connection, "COMMIT");

        // Only now, so that another program's file is left as it is.
        RequireSharing(connection, path);
        if (version == Version)
            return;

        SqlScript.Run(connection, "BEGIN IMMEDIATE");

        // Another process may have done it while this one waited.
        version = ReadVersion(connection, path);
        if (version == 0)
            Create(connection, clock);
        if (version == 1)
            SqlScript.Run(connection, FromLayout1);
        if (version is 1 or 2)
            SqlScript.Run(connection, FromLayout2);
        SqlScript.Run(connection, $"PRAGMA user_version = {Version}");
        SqlScript.Run(connection, "COMMIT");
    }

    /// <summary>The error of a file that a newer version of this package has made, or brought up.</summary>
    public static BudgetStoreException NewerThanThis(string path, long version) => new(
        $"The budget file {path} has layout {version}, and this version of ApiGen.Runtime.Sqlite knows " +
        $"layout {Version}: update the package, or name another file.");

    private static void RequireSharing(SqliteConnection connection, string path)
    {
        using var statement = new Statement(connection, "PRAGMA journal_mode = WAL");
        if (statement.Text() == "wal")
            return;
        throw new BudgetStoreException(
            $"The budget file {path} lies on a file system that can't share it among processes: " +
            "put it on a local disk.");
    }

    // 0 is an empty file's.
    private static long ReadVersion(SqliteConnection connection, string path)
    {
        long application = Read(connection, "PRAGMA application_id");
        long version = Read(connection, "PRAGMA user_version");
        if (application == ApplicationId && version is > 0 and <= Version)
            return version;
        if (application == ApplicationId)
            throw NewerThanThis(path, version);
        if (application != 0 || version != 0 || Read(connection, "SELECT count(*) FROM sqlite_schema") != 0)
        {
            throw new BudgetStoreException(
                $"The file {path} is another program's database: name another file for budgets.");
        }

        return 0;
    }

    private static void Create(SqliteConnection connection, HostClock clock)
    {
        SqlScript.Run(connection, Tables);
        var start = FileTime.Start(clock);
        using (var insert = new Statement(connection, "INSERT INTO clock VALUES (1, ?1, ?2, ?3, ?4, 0)"))
            insert.Bind(1, start.Moment).Bind(2, start.Monotonic).Bind(3, start.Wall).Bind(4, start.Boot).Run();
        SqlScript.Run(connection, $"PRAGMA application_id = {ApplicationId}");
    }

    private static long Read(SqliteConnection connection, string sql)
    {
        using var statement = new Statement(connection, sql);
        return statement.Number() ?? 0;
    }
}
