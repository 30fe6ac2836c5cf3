using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ApiGen.Budgets;

/// <summary>An open connection to a budget file, and the transactions on it.</summary>
internal sealed class BudgetConnection : IDisposable
{
    private const int LongestLog = 4 << 20;

    private readonly string _path;
    private readonly TimeSpan _busyTimeout;
    private readonly SqliteConnection _connection;
    private readonly Statement _beginWrite;
    private readonly Statement _beginRead;
    private readonly Statement _commit;
    private readonly Statement _version;
    private readonly BudgetLedger _ledger;

    private BudgetConnection(SqliteConnection connection, string path, TimeSpan busyTimeout, HostClock clock)
    {
        _path = path;
        _busyTimeout = busyTimeout;
        _connection = connection;
        _beginWrite = new Statement(connection, "BEGIN IMMEDIATE");
        _beginRead = new Statement(connection, "BEGIN");
        _commit = new Statement(connection, "COMMIT");
        _version = new Statement(connection, "PRAGMA user_version");
        _ledger = new BudgetLedger(connection, clock);
    }

    /// <summary>Opens a file, and makes it if it is missing.</summary>
    /// <param name="path">The file, absolute.</param>
    /// <param name="options">How it is kept.</param>
    /// <param name="clock">The machine's clocks.</param>
    /// <param name="opened">Sees the connection before it is used, so that tests may narrow it.</param>
    public static BudgetConnection Open(
        string path, SqliteBudgetStoreOptions options, HostClock clock, Action<SqliteConnection>? opened)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
            DefaultTimeout = (int)Math.Ceiling(options.BusyTimeout.TotalSeconds),
        };
        var connection = new SqliteConnection(connectionString.ConnectionString);
        try
        {
            connection.Open();
            SqlScript.Run(connection, Pragmas(options));
            opened?.Invoke(connection);
            BudgetSchema.Ensure(connection, path, clock);
            return new BudgetConnection(connection, path, options.BusyTimeout, clock);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Begins a transaction, and keeps other processes from writing meanwhile if it may write.</summary>
    /// <returns>What to do within it.</returns>
    public BudgetLedger Begin(bool isWriting)
    {
        if (isWriting)
            BeginWrite();
        else
            _beginRead.Run();

        // A newer version of this package may have changed the tables since the last transaction.
        long version = _version.Number() ?? 0;
        if (version != BudgetSchema.Version)
            throw BudgetSchema.NewerThanThis(_path, version);
        _ledger.Begin();
        return _ledger;
    }

    /// <summary>Ends a transaction: what it has written is kept.</summary>
    public void Commit(bool isWriting)
    {
        if (isWriting)
            _ledger.End();
        _commit.Run();
    }

    /// <summary>Closes the file. A transaction that is open leaves nothing behind.</summary>
    public void Dispose()
    {
        _ledger.Dispose();
        _version.Dispose();
        _commit.Dispose();
        _beginRead.Dispose();
        _beginWrite.Dispose();
        _connection.Dispose();
    }

    // On macOS only a full fsync reaches the disk. A call changes a row on each of several pages, and every page that
    // changes is written whole, so small ones save most of it; the size is a new file's and stays. The log of changes
    // is cut back when a long reader has let it grow.
    private static string Pragmas(SqliteBudgetStoreOptions options)
    {
        string wait = ((long)options.BusyTimeout.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        string flush = options.Durability == SqliteDurability.PowerLoss
            ? "PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON;"
            : "PRAGMA synchronous = NORMAL;";
        return
            $"""
            PRAGMA busy_timeout = {wait};
            PRAGMA page_size = 1024;
            PRAGMA wal_autocheckpoint = 1000;
            PRAGMA journal_size_limit = {LongestLog};
            {flush}
            """;
    }

    // SQLite's own wait looks for the lock ten times a second after a while. Among processes that write all the time
    // that is too seldom to ever find it free; a look costs some microseconds.
    private void BeginWrite()
    {
        long start = Stopwatch.GetTimestamp();
        raw.sqlite3_busy_timeout(_connection.Handle, 0);
        while (!_beginWrite.RunUnlessBusy(isLastTry: Stopwatch.GetElapsedTime(start) > _busyTimeout))
            Thread.Sleep(1);
        raw.sqlite3_busy_timeout(_connection.Handle, (int)_busyTimeout.TotalMilliseconds);
    }
}
