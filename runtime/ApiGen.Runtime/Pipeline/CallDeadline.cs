namespace ApiGen.Pipeline;

/// <summary>Ends a call when its time is over or its caller gives up, and knows which it was.</summary>
internal sealed class CallDeadline(TimeSpan timeout, TimeProvider timeProvider) : IDisposable
{
    private readonly CancellationTokenSource _source = new(Timeout.InfiniteTimeSpan, timeProvider);
    private CancellationToken _caller;
    private CancellationTokenRegistration _callersWord;
    private TimeSpan _left;
    private long _since;
    private int _pauses;
    private bool _isDisposed;

    public CancellationToken Token => _source.Token;

    /// <summary>Whether the time is over, and the caller hasn't given up.</summary>
    public bool HasPassed => _source.IsCancellationRequested && !_caller.IsCancellationRequested;

    /// <summary>Lets the time of a call begin.</summary>
    public void Start(CancellationToken caller)
    {
        _caller = caller;
        _callersWord = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
        _left = timeout;
        _since = timeProvider.GetTimestamp();
        _source.CancelAfter(timeout);
    }

    /// <summary>Makes it ready for another call, which it can't be if this one's time was over.</summary>
    public bool TryReset()
    {
        // After this the caller's token can't end the next call: a cancellation under way is waited for.
        _callersWord.Dispose();
        _caller = default;
        return _source.TryReset();
    }

    /// <summary>Stops the time while a call waits for its turn, which isn't a part of the call.</summary>
    public void Pause()
    {
        lock (_source)
        {
            if (_pauses++ > 0 || _isDisposed) return;
            _left -= timeProvider.GetElapsedTime(_since);
            _source.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Lets the time go on, once for each <see cref="Pause"/>.</summary>
    public void Resume()
    {
        lock (_source)
        {
            if (--_pauses > 0 || _isDisposed) return;
            _since = timeProvider.GetTimestamp();
            _source.CancelAfter(_left > TimeSpan.Zero ? _left : TimeSpan.Zero);
        }
    }

    public void Dispose()
    {
        // Outside of the lock, which who cancels may want.
        _callersWord.Dispose();

        // An attempt may outlive its call, where an outer handler made several at once and has its answer.
        lock (_source)
        {
            _isDisposed = true;
            _source.Dispose();
        }
    }
}
