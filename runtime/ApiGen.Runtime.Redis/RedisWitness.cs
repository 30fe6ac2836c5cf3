using StackExchange.Redis;

namespace ApiGen.Budgets;

/// <summary>
/// What this process has seen of the record that the server keeps: by it the scripts find losses, and leaps of the
/// server's clock.
/// </summary>
internal sealed class RedisWitness(RedisBudgetStoreOptions options)
{
    private readonly Lock _lock = new();
    private readonly long _tolerance = RedisMoment.Of(options.ClockTolerance);
    private string _epoch = "";
    private long _sequence;
    private long _moment;
    private long _timeout;

    // By how much the store's time is ahead of the monotonic clock, at most: the least of what replies have shown, each
    // from the moment of its sending, which is before the script ran.
    private long? _ahead;

    /// <summary>Writes what has been seen.</summary>
    /// <param name="arguments">The arguments of a script; seven of them are set, from the second on.</param>
    /// <param name="sent">The monotonic clock as the script is sent.</param>
    public void Testify(Span<RedisValue> arguments, long sent)
    {
        lock (_lock)
        {
            arguments[1] = _epoch;
            arguments[2] = _sequence;
            arguments[3] = _moment;
            arguments[4] = _ahead is { } ahead ? sent + ahead : -1;
            arguments[5] = _tolerance;
            arguments[6] = _timeout;
        }
    }

    /// <summary>Notes what a reply shows.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="sent">The monotonic clock as its script was sent.</param>
    public void See(RedisReply reply, long sent)
    {
        lock (_lock)
        {
            long ahead = reply.Now - sent;
            bool isBehind = _ahead is not { } before || ahead > before + _tolerance;
            _ahead = isBehind ? ahead : Math.Min(ahead, _ahead!.Value);
            _timeout = Math.Max(_timeout, reply.Timeout);

            // A reply that was overtaken may be of an epoch that is over.
            if (reply.Now < _moment)
                return;
            _moment = reply.Now;
            _sequence = reply.Epoch == _epoch ? Math.Max(_sequence, reply.Sequence) : reply.Sequence;
            _epoch = reply.Epoch;
        }
    }
}
