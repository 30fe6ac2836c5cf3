using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ApiGen.Budgets;

/// <summary>
/// One budget file through one connection. For one caller at a time; other processes are kept out by the file's locks.
/// </summary>
internal sealed class BudgetFile : IDisposable
{
    private const int LongestLog = 4 << 20;

    private readonly SqliteDurability _durability;
    private readonly TimeSpan _busyTimeout;
    private readonly HostClock _clock;
    private readonly Action<SqliteConnection>? _opened;
    private SqliteConnection? _connection;
    private BudgetLedger? _ledger;
    private Statement? _beginWrite;
    private Statement? _beginRead;
    private Statement? _commit;
    private Statement? _version;

    /// <summary>Names a file, which the first transaction opens.</summary>
    /// <param name="path">The file, absolute.</param>
    /// <param name="options">How it is kept.</param>
    /// <param name="boot">The name of the machine's present run.</param>
    /// <param name="opened">Sees every connection when it is open, so that tests may narrow it.</param>
    public BudgetFile(string path, SqliteBudgetStoreOptions options, string boot, Action<SqliteConnection>? opened)
    {
        Path = path;
        _durability = options.Durability;
        _busyTimeout = options.BusyTimeout;
        _clock = new HostClock(options.TimeProvider, boot);
        _opened = opened;
    }

    /// <summary>The file, absolute.</summary>
    public string Path { get; }

    /// <summary>
    /// Runs operations in one transaction, keeping other processes from writing meanwhile if one of them may write, and
    /// tells their callers. If the file can't be used, it is left as it was and all of them have failed.
    /// </summary>
    public void Run(List<FileOperation> operations)
    {
        Exception? failure = TryRun(operations);
        foreach (FileOperation operation in operations)
        {
            if (failure is null)
                operation.Complete();
            else
                operation.Fail(failure);
        }
    }

    public void Dispose() => Close();

    private Exception? TryRun(List<FileOperation> operations)
    {
        try
        {
            bool isWriting = operations.Exists(operation => operation.IsWriting);
            BudgetLedger ledger = _ledger ?? Open();
            (isWriting ? _beginWrite! : _beginRead!).Run();
            RequireOurLayout();
            ledger.Begin();
            foreach (FileOperation operation in operations)
                operation.Run(ledger);
            if (isWriting)
                ledger.End();
            _commit!.Run();
            return null;
        }
        catch (Exception exception)
        {
            // A closed connection has rolled back, whatever state the error left it in. The next transaction opens
            // another, and finds the file mended or fails as clearly.
            Close();
            return BudgetFileFailure.IsOfFile(exception)
                ? BudgetFileFailure.Describe(exception, Path, _busyTimeout)
                : exception;
        }
    }

    // A newer version of this package may have changed the tables since the last transaction.
    private void RequireOurLayout()
    {
        long version = _version!.Number() ?? 0;
        if (version != BudgetSchema.Version)
            throw BudgetSchema.NewerThanThis(Path, version);
    }

    private BudgetLedger Open()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        var connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
            DefaultTimeout = (int)Math.Ceiling(_busyTimeout.TotalSeconds),
        };
        _connection = new SqliteConnection(connectionString.ConnectionString);
        _connection.Open();
        SqlScript.Run(_connection, Pragmas());
        _opened?.Invoke(_connection);
        BudgetSchema.Ensure(_connection, Path, _clock);

        _beginWrite = new Statement(_connection, "BEGIN IMMEDIATE");
        _beginRead = new Statement(_connection, "BEGIN");
        _commit = new Statement(_connection, "COMMIT");
        _version = new Statement(_connection, "PRAGMA user_version");
        return _ledger = new BudgetLedger(_connection, _clock);
    }

    // SQLite's own wait for a lock looks again after milliseconds. On macOS only a full fsync reaches the disk. A call
    // changes a row on each of several pages, and every page that changes is written whole, so small ones save most of
    // it; the size is a new file's and stays. The log of changes is cut back when a long reader has let it grow.
    private string Pragmas()
    {
        string wait = ((long)_busyTimeout.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        string flush = _durability == SqliteDurability.PowerLoss
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

    private void Close()
    {
        _ledger?.Dispose();
        _beginWrite?.Dispose();
        _beginRead?.Dispose();
        _commit?.Dispose();
        _version?.Dispose();
        _connection?.Dispose();
        _ledger = null;
        _connection = null;
    }
}
