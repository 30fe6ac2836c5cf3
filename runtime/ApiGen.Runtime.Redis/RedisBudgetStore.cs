using StackExchange.Redis;

namespace ApiGen.Budgets;

/// <summary>
/// Keeps budgets in Redis, which the processes of many machines share: one script and one round trip a reservation.
/// </summary>
/// <remarks>
/// <para>
/// In every interval of a window's length, no more calls reach the server than the limit allows, counting those of all
/// processes that share the server, database and key prefix. The conditions are those of <see cref="IBudgetStore"/>,
/// and these: the server keeps what it has confirmed, or a process that witnessed it is the first to draw on budgets
/// after the loss; and it doesn't evict keys.
/// </para>
/// <para>
/// Every process remembers the newest state of the server that it has seen. If the server then shows an older one
/// (after a flush, a restart, or the promotion of a replica that lagged behind), nobody can say what is taken: nothing
/// is granted for one window and the longest call timeout, with <see cref="BudgetRefusalReason.StateLost"/>. What no
/// running process has witnessed can't be missed: see <see cref="RedisBudgetStoreOptions.TrustsEmptyServer"/>. While a
/// network is split and two servers of one set take writes, both grant:
/// <see cref="RedisBudgetStoreOptions.MinReplicas"/> prevents that.
/// </para>
/// <para>
/// Slots free by the server's clock. Set backward, it holds slots longer. A leap forward frees nothing early if a
/// process that has drawn on budgets before is the first to do so after it, beyond
/// <see cref="RedisBudgetStoreOptions.ClockTolerance"/>: time advances no faster than that process's monotonic clock.
/// Where that clock stands still while a machine sleeps, slots are held that much longer.
/// </para>
/// <para>
/// A reservation has a name of its own, so that one whose reply was lost is asked for again and taken once. If the
/// server stays away, it is given back when the server answers again. An operation ends within
/// <see cref="RedisBudgetStoreOptions.Timeout"/>. Redis 5 or later, or a server that runs the same scripts, one at a
/// time. Keys hold the names of budgets and the times of calls: no secret and no token. Those of budgets expire, a day
/// later than their last slot frees; one small record an app doesn't.
/// </para>
/// <para>Safe for concurrent use.</para>
/// </remarks>
public sealed class RedisBudgetStore : IBudgetStore, IDisposable, IAsyncDisposable
{
    private readonly RedisConnection _connection;
    private readonly RedisRunner _runner;
    private readonly RedisKeys _keys;
    private readonly LeftReservations _left;
    private readonly Action<ScriptCall> _leave;

    /// <summary>Names the servers, with the default options. Nothing is connected yet.</summary>
    /// <param name="configuration">The servers, as StackExchange.Redis reads them.</param>
    /// <exception cref="ArgumentException">The configuration can't be read.</exception>
    public RedisBudgetStore(string configuration)
        : this(configuration, options: null)
    {
    }

    /// <summary>Names the servers. Nothing is connected yet.</summary>
    /// <param name="configuration">
    /// The servers, as StackExchange.Redis reads them: <c>cache1:6379,cache2:6379,ssl=true,password=…</c>. Name the
    /// primary and its replicas, or the sentinels with <c>serviceName</c>, so that a promoted one is found.
    /// </param>
    /// <param name="options">How budgets are kept, or null for the defaults. A later change has no effect.</param>
    /// <exception cref="ArgumentException">The configuration can't be read, or an option is out of range.</exception>
    public RedisBudgetStore(string configuration, RedisBudgetStoreOptions? options)
        : this(ConfigurationOptions.Parse(configuration), options)
    {
    }

    /// <summary>Names the servers. Nothing is connected yet.</summary>
    /// <param name="configuration">The servers, and how to connect. A later change has no effect.</param>
    /// <param name="options">How budgets are kept, or null for the defaults. A later change has no effect.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public RedisBudgetStore(ConfigurationOptions configuration, RedisBudgetStoreOptions? options)
        : this(Checked(options), new RedisConnection(NotNull(configuration)), serverTime: null)
    {
    }

    /// <summary>Takes a connection.</summary>
    /// <param name="connection">The connection, which stays the caller's to close.</param>
    /// <param name="options">How budgets are kept, or null for the defaults. A later change has no effect.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public RedisBudgetStore(IConnectionMultiplexer connection, RedisBudgetStoreOptions? options)
        : this(Checked(options), new RedisConnection(NotNull(connection)), serverTime: null)
    {
    }

    /// <summary>Lets tests give the scripts their time.</summary>
    internal RedisBudgetStore(RedisBudgetStoreOptions options, RedisConnection connection, Func<long>? serverTime)
    {
        _connection = connection;
        _keys = new RedisKeys(options.KeyPrefix);
        _runner = new RedisRunner(connection, options, serverTime);
        _left = new LeftReservations(_runner, _keys);
        _runner.Answered = _left.GiveBack;
        _leave = Leave;
    }

    /// <inheritdoc/>
    public async ValueTask<BudgetDecision> ReserveAsync(
        IReadOnlyList<BudgetClaim> claims, TimeSpan callTimeout, CancellationToken cancellationToken = default)
    {
        BudgetArguments.Check(claims, callTimeout);
        cancellationToken.ThrowIfCancellationRequested();
        long id = Random.Shared.NextInt64();
        if (claims.Count == 0)
            return BudgetDecision.Granted(new BudgetReservation(claims, id, Deadline: 0));
        RedisReply reply = await _runner.RunAsync(
            ScriptCall.Reserve(_keys, claims, id, callTimeout, _runner.WallTime), _leave, cancellationToken)
            .ConfigureAwait(false);
        return reply.DecisionOn(claims, id);
    }

    /// <inheritdoc/>
    public async ValueTask SettleAsync(
        BudgetReservation reservation,
        BudgetOutcome outcome,
        IReadOnlyList<ServerWord>? words = null,
        CancellationToken cancellationToken = default)
    {
        if (reservation.Claims is null)
            throw new InvalidOperationException("The reservation is of no store.");
        BudgetArguments.Check(reservation.Claims, words);
        if (reservation.Claims.Count == 0)
            return;
        RedisReply reply = await _runner.RunAsync(
            ScriptCall.Settle(_keys, reservation, outcome, words, _runner.WallTime),
            uncertain: null,
            cancellationToken)
            .ConfigureAwait(false);
        if (!reply.IsDone)
            throw new InvalidOperationException("The reservation is settled already, or is of another store.");
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<BudgetState>> ReadAsync(
        IReadOnlyList<BudgetClaim> claims, CancellationToken cancellationToken = default)
    {
        BudgetArguments.Check(claims);
        if (claims.Count == 0)
            return [];
        RedisReply reply = await _runner.RunAsync(
            ScriptCall.Read(_keys, claims, isLog: false, _runner.WallTime), uncertain: null, cancellationToken)
            .ConfigureAwait(false);
        return reply.StatesOf(claims);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<BudgetLog>> ReadLogAsync(
        IReadOnlyList<BudgetClaim> claims, CancellationToken cancellationToken = default)
    {
        BudgetArguments.Check(claims);
        if (claims.Count == 0)
            return [];
        RedisReply reply = await _runner.RunAsync(
            ScriptCall.Read(_keys, claims, isLog: true, _runner.WallTime), uncertain: null, cancellationToken)
            .ConfigureAwait(false);
        return reply.LogsOf(claims);
    }

    /// <summary>Closes the connection, unless it was given. What isn't settled stays taken.</summary>
    public void Dispose() => _connection.Dispose();

    /// <summary>Closes the connection, unless it was given. What isn't settled stays taken.</summary>
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static RedisBudgetStoreOptions Checked(RedisBudgetStoreOptions? options) =>
        (options ?? new RedisBudgetStoreOptions()).Checked();

    private static T NotNull<T>(T argument)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(argument);
        return argument;
    }

    // The server may well answer: it is only the caller who waits no longer, or a replica that doesn't follow.
    private void Leave(ScriptCall reserving)
    {
        _left.Add(reserving);
        _left.GiveBack();
    }
}
