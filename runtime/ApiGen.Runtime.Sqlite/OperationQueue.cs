namespace ApiGen.Budgets;

/// <summary>
/// Runs operations on a file in the order in which they come, on one thread of the pool at a time and on none while
/// there is nothing to do. Those that come while a transaction is at work share the next one, and its flush.
/// </summary>
internal sealed class OperationQueue(BudgetFile file) : IThreadPoolWorkItem
{
    // A transaction keeps other processes out, so it must end: this many take some ten milliseconds.
    private const int MostTogether = 256;

    private readonly Lock _lock = new();
    private readonly Queue<FileOperation> _waiting = [];
    private readonly List<FileOperation> _together = [];
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isAtWork;
    private bool _isClosing;

    /// <summary>Adds an operation behind those that wait.</summary>
    /// <exception cref="ObjectDisposedException">The file is closed.</exception>
    public void Add(FileOperation operation)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isClosing, typeof(SqliteBudgetStore));
            _waiting.Enqueue(operation);
            if (_isAtWork)
                return;
            _isAtWork = true;
        }

        Schedule();
    }

    /// <summary>Closes the file when what was added before is done.</summary>
    public Task CloseAsync()
    {
        lock (_lock)
        {
            bool isIdle = !_isAtWork && !_isClosing;
            _isClosing = true;
            if (isIdle)
                Close();
        }

        return _closed.Task;
    }

    /// <summary>Runs one transaction of operations that wait.</summary>
    public void Execute()
    {
        lock (_lock)
        {
            while (_together.Count < MostTogether && _waiting.TryDequeue(out FileOperation? operation))
            {
                if (operation.TryStart())
                    _together.Add(operation);
            }
        }

        if (_together.Count > 0)
            file.Run(_together);
        _together.Clear();
        lock (_lock)
        {
            _isAtWork = _waiting.Count > 0;
            if (!_isAtWork && _isClosing)
                Close();
            if (!_isAtWork)
                return;
        }

        Schedule();
    }

    // Behind the callers that have just been told: they ask for more, and that then shares the transaction.
    private void Schedule() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    private void Close()
    {
        file.Dispose();
        _closed.SetResult();
    }
}
