using Microsoft.Data.Sqlite;

namespace ApiGen.Budgets;

/// <summary>
/// Keeps budgets in one SQLite file, which the processes of a host share and which outlives them: a reservation is on
/// the disk before its call is sent, and a killed process's calls stay counted.
/// </summary>
/// <remarks>
/// <para>
/// In every interval of a window's length, no more calls reach the server than the limit allows, counting those of all
/// processes that name the file, before and after a crash. The conditions are those of <see cref="IBudgetStore"/>, and
/// these: the file lies on a local disk of one machine, never on a network share; nobody deletes, replaces or restores
/// it while a window lasts; and a power failure is survived as <see cref="SqliteDurability"/> says.
/// </para>
/// <para>
/// A step of the wall clock, in either direction, frees no slot early while the machine runs, and a backward step holds
/// none longer than one window and one timeout from the moment it is noticed. Across a restart of the machine the wall
/// clock is the only witness: one that is set forward between the file's last use and the first after the restart frees
/// slots as much too early. Time that the machine sleeps doesn't count where its monotonic clock stands still
/// meanwhile. Where the system gives its runs no name (elsewhere than on Linux), the time around a restart may not
/// count either. Both hold slots longer, never shorter.
/// </para>
/// <para>
/// The file is opened by the first call and, after an error, by the next: a store that failed recovers when its file
/// does. A missing file or folder is made. The file holds the keys of budgets and the times of calls: no secret and no
/// token. Beside it lie <c>-wal</c> and <c>-shm</c> files, which belong to it. It never shrinks, and reuses its space.
/// </para>
/// <para>
/// Safe for concurrent use. What is asked while a transaction is at work shares the next one, first come, first served,
/// so that a flush of the disk serves many callers. A transaction that fails has failed for all of them, and nothing of
/// it is held; a caller's mistake fails that caller alone. Work runs on one thread of the pool at most. A cancelled
/// caller takes nothing while it still waits; when its transaction has begun, it is told what came of it.
/// </para>
/// </remarks>
public sealed class SqliteBudgetStore : IBudgetStore, IDisposable, IAsyncDisposable
{
    private readonly BudgetFile _file;
    private readonly OperationQueue _queue;

    /// <summary>Names the file. Nothing is opened yet.</summary>
    /// <param name="path">The file; relative to the current folder of this moment.</param>
    /// <param name="options">How it is kept; by default safe from power loss. A later change has no effect.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The busy timeout isn't positive, or is longer than an hour.
    /// </exception>
    public SqliteBudgetStore(string path, SqliteBudgetStoreOptions? options = null)
        : this(path, options, HostBoot.Id)
    {
    }

    internal SqliteBudgetStore(
        string path, SqliteBudgetStoreOptions? options, string boot, Action<SqliteConnection>? opened = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new SqliteBudgetStoreOptions();
        ArgumentNullException.ThrowIfNull(options.TimeProvider);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.BusyTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.BusyTimeout, TimeSpan.FromHours(1));
        _file = new BudgetFile(System.IO.Path.GetFullPath(path), options, boot, opened);
        _queue = new OperationQueue(_file);
    }

    /// <summary>The file, absolute.</summary>
    public string Path => _file.Path;

    /// <inheritdoc/>
    public ValueTask<BudgetDecision> ReserveAsync(
        IReadOnlyList<BudgetClaim> claims, TimeSpan callTimeout, CancellationToken cancellationToken = default)
    {
        BudgetArguments.Check(claims, callTimeout);
        BudgetClaim[] array = [.. claims];
        return new(DoAsync(isWriting: true, ledger => ledger.Reserve(array, callTimeout), cancellationToken));
    }

    /// <inheritdoc/>
    public ValueTask SettleAsync(
        BudgetReservation reservation,
        BudgetOutcome outcome,
        IReadOnlyList<ServerWord>? words = null,
        CancellationToken cancellationToken = default)
    {
        if (reservation.Claims is null)
            throw new InvalidOperationException("The reservation is of no store.");
        BudgetArguments.Check(reservation.Claims, words);
        return new(DoAsync(isWriting: true, ledger => ledger.Settle(reservation, outcome, words), cancellationToken));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<BudgetState>> ReadAsync(
        IReadOnlyList<BudgetClaim> claims, CancellationToken cancellationToken = default)
    {
        BudgetArguments.Check(claims);
        BudgetClaim[] array = [.. claims];
        return new(DoAsync<IReadOnlyList<BudgetState>>(
            isWriting: false, ledger => ledger.Read(array), cancellationToken));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<BudgetLog>> ReadLogAsync(
        IReadOnlyList<BudgetClaim> claims, CancellationToken cancellationToken = default)
    {
        BudgetArguments.Check(claims);
        BudgetClaim[] array = [.. claims];
        return new(DoAsync<IReadOnlyList<BudgetLog>>(
            isWriting: false, ledger => ledger.ReadLog(array), cancellationToken));
    }

    /// <summary>Closes the file when what was asked before is done. What isn't settled stays taken.</summary>
    public void Dispose() => _queue.CloseAsync().GetAwaiter().GetResult();

    /// <summary>Closes the file when what was asked before is done. What isn't settled stays taken.</summary>
    public ValueTask DisposeAsync() => new(_queue.CloseAsync());

    // SQLite has no asynchronous calls: a flush, or the wait for another process, would block who awaits.
    private Task<T> DoAsync<T>(bool isWriting, Func<BudgetLedger, T> work, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<T>(cancellationToken);
        var operation = new AwaitedOperation<T>(isWriting, work, cancellationToken);
        _queue.Add(operation);
        return operation.Task;
    }
}
