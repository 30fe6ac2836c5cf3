using System.Diagnostics;
using StackExchange.Redis;

namespace ApiGen.Budgets;

/// <summary>Runs scripts, and again where a reply was lost, for as long as an operation may take.</summary>
/// <param name="connection">The connection.</param>
/// <param name="options">How long that is, and how many replicas have to follow.</param>
/// <param name="serverTime">
/// What a test puts in place of the server's clock, in microseconds; null for that clock.
/// </param>
internal sealed class RedisRunner(RedisConnection connection, RedisBudgetStoreOptions options, Func<long>? serverTime)
{
    // The arguments that every script begins with: see record.lua.
    private const int HeaderLength = 9;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(200);

    private readonly RedisWitness _witness = new(options);

    /// <summary>Is called after every reply.</summary>
    public Action? Answered { get; set; }

    /// <summary>The wall clock of this process.</summary>
    public DateTimeOffset WallTime => options.TimeProvider.GetUtcNow();

    /// <summary>Runs a script.</summary>
    /// <param name="call">The script. It is one that changes nothing more if it runs again.</param>
    /// <param name="uncertain">Is told if this fails and the script may have run, or may yet.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="BudgetStoreException">The server can't be used.</exception>
    public async Task<RedisReply> RunAsync(
        ScriptCall call, Action<ScriptCall>? uncertain = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        long start = Stopwatch.GetTimestamp();
        bool mayHaveRun = false;
        for (TimeSpan pause = FirstPause; ; pause = pause < LongestPause ? pause * 2 : pause)
        {
            try
            {
                RedisReply reply = await AttemptAsync(call, start, cancellationToken).ConfigureAwait(false);
                Answered?.Invoke();
                return reply;
            }
            catch (Exception exception) when (RedisFailure.IsOfServer(exception))
            {
                mayHaveRun |= RedisFailure.MayHaveRun(exception);
                if (!RedisFailure.IsPassing(exception) || Left(start) <= pause)
                {
                    if (mayHaveRun)
                        uncertain?.Invoke(call);
                    throw RedisFailure.Describe(exception, connection.Name, options.Timeout);
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or BudgetStoreException)
            {
                uncertain?.Invoke(call);
                throw;
            }

            if (mayHaveRun)
                call = call.AskedAgain();
            await Task.Delay(pause, CancellationToken.None).ConfigureAwait(false);
            connection.FindPrimary();
        }
    }

    private async Task<RedisReply> AttemptAsync(ScriptCall call, long start, CancellationToken cancellationToken)
    {
        Task<IConnectionMultiplexer> opening = connection.OpenAsync();
        IConnectionMultiplexer multiplexer = opening.IsCompletedSuccessfully
            ? opening.Result
            : await OpenAsync(opening, start, cancellationToken).ConfigureAwait(false);
        if (connection.TakeUnseen())
            await LookAsync(multiplexer, call, start, cancellationToken).ConfigureAwait(false);

        long sent = RedisMoment.Monotonic(options.TimeProvider);
        RedisValue[] arguments = Arguments(call, sent);
        if (options.MinReplicas == 0)
        {
            RedisResult result;
            try
            {
                result = await ScriptSending.SendAsync(multiplexer, call, arguments)
                    .WaitAsync(Left(start), cancellationToken).ConfigureAwait(false);
            }
            catch (RedisServerException exception) when (RedisFailure.IsUnknownScript(exception))
            {
                result = await ScriptSending.SendWholeAsync(multiplexer, call, arguments)
                    .WaitAsync(Left(start), cancellationToken).ConfigureAwait(false);
            }

            return See((RedisResult[])result!, sent);
        }

        (RedisResult[] replicated, int replicas) = await ScriptSending
            .SendAsync(multiplexer, call, arguments, options.MinReplicas, options.ReplicaTimeout)
            .WaitAsync(Left(start), cancellationToken).ConfigureAwait(false);

        // What a replica may lack isn't witnessed: it would be missed for nothing after a promotion.
        if (replicas >= options.MinReplicas)
            return See(replicated, sent);
        return call.Script == RedisScript.Reserve
            ? throw new BudgetStoreException(
                $"The Redis server {connection.Name} has {replicas} of {options.MinReplicas} replicas that follow " +
                "within ReplicaTimeout: see that they run, or lower MinReplicas.")
            : new RedisReply(replicated, options.TimeProvider);
    }

    private async Task<IConnectionMultiplexer> OpenAsync(
        Task<IConnectionMultiplexer> opening, long start, CancellationToken cancellationToken)
    {
        try
        {
            return await opening.WaitAsync(Left(start), cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException exception)
        {
            throw new NoPrimaryException(hasReplica: false, exception);
        }
    }

    private RedisValue[] Arguments(ScriptCall call, long sent)
    {
        var arguments = new RedisValue[HeaderLength + call.Arguments.Length];
        arguments[0] = serverTime is null ? "" : serverTime();
        _witness.Testify(arguments, sent);
        arguments[7] = Random.Shared.NextInt64();
        arguments[8] = options.TrustsEmptyServer ? 1 : 0;
        call.Arguments.CopyTo(arguments, HeaderLength);
        return arguments;
    }

    private RedisReply See(RedisResult[] result, long sent)
    {
        var reply = new RedisReply(result, options.TimeProvider);
        _witness.See(reply, sent);
        return reply;
    }

    private async Task LookAsync(
        IConnectionMultiplexer multiplexer, ScriptCall call, long start, CancellationToken cancellationToken)
    {
        bool isSound = false;
        try
        {
            await EvictionPolicy.CheckAsync(multiplexer, call.Keys[0], connection.Name)
                .WaitAsync(Left(start), cancellationToken).ConfigureAwait(false);
            isSound = true;
        }
        finally
        {
            if (!isSound)
                connection.SetUnseen();
        }
    }

    private TimeSpan Left(long start)
    {
        TimeSpan left = options.Timeout - Stopwatch.GetElapsedTime(start);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
