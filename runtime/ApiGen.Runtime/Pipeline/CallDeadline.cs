namespace ApiGen.Pipeline;

/// <summary>Ends a call when its time is over or its caller gives up, and knows which it was.</summary>
internal sealed class CallDeadline : IDisposable
{
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource? _linked;
    private readonly CancellationToken _caller;

    public CallDeadline(TimeSpan timeout, TimeProvider timeProvider, CancellationToken caller)
    {
        _caller = caller;
        _timer = new CancellationTokenSource(timeout, timeProvider);
        if (caller.CanBeCanceled) _linked = CancellationTokenSource.CreateLinkedTokenSource(caller, _timer.Token);
    }

    public CancellationToken Token => (_linked ?? _timer).Token;

    /// <summary>Whether the time is over, and the caller hasn't given up.</summary>
    public bool HasPassed => _timer.IsCancellationRequested && !_caller.IsCancellationRequested;

    public void Dispose()
    {
        _linked?.Dispose();
        _timer.Dispose();
    }
}
