namespace ApiGen.OAuth;

/// <summary>
/// Keeps objects that are costly to make and good for one thread at a time, up to one a processor.
/// </summary>
/// <remarks>
/// Setting up a keyed hash costs more than running it over a request. What is kept needs no disposal of its own: the
/// native handles inside are finalisable.
/// </remarks>
internal sealed class KeptObjects<T>(Func<T> create)
    where T : class, IDisposable
{
    private readonly T?[] _idle = new T?[Environment.ProcessorCount];

    /// <summary>Hands out an object that nobody else has until it is returned.</summary>
    public T Rent()
    {
        foreach (ref T? slot in _idle.AsSpan())
        {
            if (Volatile.Read(ref slot) is not null && Interlocked.Exchange(ref slot, null) is { } kept) return kept;
        }

        return create();
    }

    /// <summary>Takes an object back, or disposes it if enough are kept.</summary>
    public void Return(T rented)
    {
        foreach (ref T? slot in _idle.AsSpan())
        {
            if (Volatile.Read(ref slot) is null && Interlocked.CompareExchange(ref slot, rented, null) is null) return;
        }

        rented.Dispose();
    }
}
