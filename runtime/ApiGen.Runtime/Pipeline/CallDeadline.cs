namespace ApiGen.Pipeline;

/// <summary>Ends a call when its time is over or its caller gives up, and knows which it was.</summary>
internal sealed class CallDeadline : IDisposable
{
    private readonly TimeProvider _timeProvider;
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource? _linked;
    private readonly CancellationToken _caller;
    private TimeSpan _left;
    private long _since;
    private int _pauses;
    private bool _isDisposed;

    public CallDeadline(TimeSpan timeout, TimeProvider timeProvider, CancellationToken caller)
    {
        _timeProvider = timeProvider;
        _caller = caller;
        _left = timeout;
        _since = timeProvider.GetTimestamp();
        _timer = new CancellationTokenSource(timeout, timeProvider);
        if (caller.CanBeCanceled) _linked = CancellationTokenSource.CreateLinkedTokenSource(caller, _timer.Token);
    }

    public CancellationToken Token => (_linked ?? _timer).Token;

    /// <summary>Whether the time is over, and the caller hasn't given up.</summary>
    public bool HasPassed => _timer.IsCancellationRequested && !_caller.IsCancellationRequested;

    /// <summary>Stops the time while a call waits for its turn, which isn't a part of the call.</summary>
    public void Pause()
    {
        lock (_timer)
        {
            if (_pauses++ > 0 || _isDisposed) return;
            _left -= _timeProvider.GetElapsedTime(_since);
            _timer.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Lets the time go on, once for each <see cref="Pause"/>.</summary>
    public void Resume()
    {
        lock (_timer)
        {
            if (--_pauses > 0 || _isDisposed) return;
            _since = _timeProvider.GetTimestamp();
            _timer.CancelAfter(_left > TimeSpan.Zero ? _left : TimeSpan.Zero);
        }
    }

    public void Dispose()
    {
        // An attempt may outlive its call, where an outer handler made several at once and has its answer.
        lock (_timer)
        {
            _isDisposed = true;
            _linked?.Dispose();
            _timer.Dispose();
        }
    }
}
