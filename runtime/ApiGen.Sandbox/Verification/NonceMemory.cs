namespace ApiGen.Sandbox.Verification;

/// <summary>
/// Remembers the nonces that were used, each until its timestamp is too old to be accepted anyway (RFC 5849, section
/// 3.3).
/// </summary>
internal sealed class NonceMemory(TimeSpan tolerance)
{
    private readonly Lock _lock = new();
    private readonly HashSet<(SandboxAccount Account, long Timestamp, string Nonce)> _used = [];
    private readonly PriorityQueue<(SandboxAccount Account, long Timestamp, string Nonce), long> _byAge = new();

    public int Count
    {
        get
        {
            lock (_lock) return _used.Count;
        }
    }

    /// <summary>Uses a nonce; false if it was used before with the same account and timestamp.</summary>
    public bool TryUse(SandboxAccount account, long timestamp, string nonce, DateTimeOffset now)
    {
        long oldest = (now - tolerance).ToUnixTimeSeconds();
        lock (_lock)
        {
            while (_byAge.TryPeek(out var use, out long age) && age < oldest)
            {
                _byAge.Dequeue();
                _used.Remove(use);
            }

            if (!_used.Add((account, timestamp, nonce))) return false;

            _byAge.Enqueue((account, timestamp, nonce), timestamp);
            return true;
        }
    }
}
