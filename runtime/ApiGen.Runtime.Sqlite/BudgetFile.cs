using Microsoft.Data.Sqlite;

namespace ApiGen.Budgets;

/// <summary>
/// One budget file through one connection. For one caller at a time; other processes are kept out by the file's locks.
/// </summary>
/// <param name="path">The file, absolute; the first transaction opens it.</param>
/// <param name="options">How it is kept.</param>
/// <param name="boot">The name of the machine's present run.</param>
/// <param name="opened">Sees every connection when it is open, so that tests may narrow it.</param>
internal sealed class BudgetFile(
    string path, SqliteBudgetStoreOptions options, string boot, Action<SqliteConnection>? opened) : IDisposable
{
    private readonly SqliteBudgetStoreOptions _options = new()
    {
        Durability = options.Durability,
        BusyTimeout = options.BusyTimeout,
        TimeProvider = options.TimeProvider,
    };

    private readonly HostClock _clock = new(options.TimeProvider, boot);
    private BudgetConnection? _connection;
    private bool _hasBeenOpen;

    /// <summary>The file, absolute.</summary>
    public string Path => path;

    /// <summary>
    /// Runs operations in one transaction and tells their callers. If the file can't be used, it is left as it was and
    /// all of them have failed.
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
            RequireNotDeleted();
            bool isWriting = operations.Exists(operation => operation.IsWriting);
            _connection ??= BudgetConnection.Open(path, _options, _clock, opened);
            _hasBeenOpen = true;
            BudgetLedger ledger = _connection.Begin(isWriting);
            foreach (FileOperation operation in operations)
                operation.Run(ledger);
            _connection.Commit(isWriting);
            return null;
        }
        catch (Exception exception)
        {
            // A closed connection has rolled back, whatever state the error left it in. The next transaction opens
            // another, and finds the file mended or fails as clearly.
            Close();
            return BudgetFileFailure.IsOfFile(exception)
                ? BudgetFileFailure.Describe(exception, path, _options.BusyTimeout)
                : exception;
        }
    }

    // The connection would go on with a file that has no name any more, and another process with a new one.
    private void RequireNotDeleted()
    {
        if (!_hasBeenOpen || File.Exists(path))
            return;
        throw new BudgetStoreException(
            $"The budget file {path} was deleted while in use, and with it what was counted: restore it, or let a " +
            "window pass and restart this program.");
    }

    private void Close()
    {
        _connection?.Dispose();
        _connection = null;
    }
}
