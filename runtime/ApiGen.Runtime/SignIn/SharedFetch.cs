namespace ApiGen.SignIn;

/// <summary>
/// Fetches something at most once at a time, however many wait for it. Each may give up waiting without ending the
/// fetch for the others; it ends by its own deadline.
/// </summary>
internal sealed class SharedFetch<T>
    where T : class
{
    private readonly Lock _lock = new();
    private Task<T>? _underWay;

    /// <summary>What was fetched last and is still good, or null.</summary>
    public T? Current { get; private set; }

    /// <summary>Joins the fetch that is under way or begins one, unless what there is will do.</summary>
    /// <param name="isGood">Whether what was fetched before will do.</param>
    /// <param name="fetch">Fetches, given what was fetched before.</param>
    /// <param name="cancellationToken">Ends this caller's wait.</param>
    public ValueTask<T> GetAsync(
        Func<T, bool> isGood, Func<T?, Task<T>> fetch, CancellationToken cancellationToken)
    {
        Task<T> task;
        lock (_lock)
        {
            if (Current is { } current && isGood(current)) return new(current);

            // On the pool, so that neither the lock nor a caller's own context is held by it.
            task = _underWay ??= Task.Run(() => RunAsync(fetch, Current), CancellationToken.None);
        }

        return new(task.WaitAsync(cancellationToken));
    }

    /// <summary>Begins with something that was had before.</summary>
    public void Begin(T value) => Current = value;

    private async Task<T> RunAsync(Func<T?, Task<T>> fetch, T? before)
    {
        try
        {
            T fetched = await fetch(before).ConfigureAwait(false);
            lock (_lock)
            {
                Current = fetched;
                _underWay = null;
            }

            return fetched;
        }
        catch
        {
            lock (_lock) _underWay = null;
            throw;
        }
    }
}
