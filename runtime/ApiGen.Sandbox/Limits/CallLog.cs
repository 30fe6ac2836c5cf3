namespace ApiGen.Sandbox.Limits;

/// <summary>
/// The arrivals of one subject within a window: a sliding log, so that no interval of the window's length ever holds
/// more than the count. An arrival a whole window old is forgotten.
/// </summary>
internal sealed class CallLog(int count, TimeSpan window)
{
    private readonly Queue<DateTimeOffset> _arrivals = [];

    /// <summary>When the next call may come, or null if it may come now.</summary>
    public DateTimeOffset? FullUntil(DateTimeOffset now)
    {
        while (_arrivals.TryPeek(out DateTimeOffset oldest) && now - oldest >= window) _arrivals.Dequeue();
        return _arrivals.Count < count ? null : _arrivals.Peek() + window;
    }

    public void Add(DateTimeOffset now) => _arrivals.Enqueue(now);
}
