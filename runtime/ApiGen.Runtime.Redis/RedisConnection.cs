using StackExchange.Redis;

namespace ApiGen.Budgets;

/// <summary>The connection to the servers: made by the first call, or given and then not closed.</summary>
internal sealed class RedisConnection : IDisposable, IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly ConfigurationOptions? _configuration;
    private readonly IConnectionMultiplexer? _given;
    private Task<IConnectionMultiplexer>? _opening;
    private bool _isDisposed;
    private Task _finding = Task.CompletedTask;

    // 1 if the servers' settings are to be looked at, because another may have taken over.
    private int _isUnseen = 1;

    /// <summary>Names the servers to connect to.</summary>
    public RedisConnection(ConfigurationOptions configuration)
    {
        _configuration = configuration.Clone();

        // A server that is down when this process starts is as one that goes down later.
        _configuration.AbortOnConnectFail = false;

        // What can't be sent now is tried again by RedisRunner, which says why in the end.
        _configuration.BacklogPolicy = BacklogPolicy.FailFast;
        Name = string.Join(", ", _configuration.EndPoints.Select(EndPointCollection.ToString));
    }

    /// <summary>Takes a connection of the caller.</summary>
    public RedisConnection(IConnectionMultiplexer connection)
    {
        _given = connection;
        _given.ConnectionRestored += Restored;
        Name = string.Join(", ", connection.GetEndPoints().Select(EndPointCollection.ToString));
    }

    /// <summary>The servers, as a person would name them.</summary>
    public string Name { get; }

    /// <summary>Whether a server may have taken over that nobody has looked at; told once.</summary>
    public bool TakeUnseen() => Interlocked.Exchange(ref _isUnseen, 0) == 1;

    /// <summary>Lets <see cref="TakeUnseen"/> tell it again.</summary>
    public void SetUnseen() => Volatile.Write(ref _isUnseen, 1);

    public Task<IConnectionMultiplexer> OpenAsync()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(RedisBudgetStore));
            if (_given is not null)
                return Task.FromResult(_given);
            if (_opening is null || _opening.IsFaulted || _opening.IsCanceled)
                _opening = ConnectAsync(_configuration!);
            return _opening;
        }
    }

    /// <summary>
    /// Looks for the server that takes writes now. The connection itself would look a minute later at the latest, if a
    /// replica was promoted.
    /// </summary>
    public void FindPrimary()
    {
        lock (_lock)
        {
            IConnectionMultiplexer? open =
                _given ?? (_opening is { IsCompletedSuccessfully: true } ? _opening.Result : null);
            if (!_isDisposed && open is not null && _finding.IsCompleted)
                _finding = FindAsync(open);
        }
    }

    public void Dispose()
    {
        if (Close() is { IsCompletedSuccessfully: true } opening)
            opening.Result.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        if (Close() is { IsCompletedSuccessfully: true } opening)
            await (await opening.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
    }

    // A connection that is still being made closes itself when it is.
    private Task<IConnectionMultiplexer>? Close()
    {
        lock (_lock)
        {
            if (_isDisposed)
                return null;
            _isDisposed = true;
            if (_given is not null)
                _given.ConnectionRestored -= Restored;
            return _opening;
        }
    }

    private async Task<IConnectionMultiplexer> ConnectAsync(ConfigurationOptions configuration)
    {
        // Reading a configuration and looking up names may block.
        await Task.Yield();
        ConnectionMultiplexer connection =
            await ConnectionMultiplexer.ConnectAsync(configuration).ConfigureAwait(false);
        connection.ConnectionRestored += Restored;
        lock (_lock)
        {
            if (!_isDisposed)
                return connection;
        }

        await connection.DisposeAsync().ConfigureAwait(false);
        throw new ObjectDisposedException(nameof(RedisBudgetStore));
    }

    private static async Task FindAsync(IConnectionMultiplexer open)
    {
        await Task.Yield();
        try
        {
            await open.ConfigureAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (RedisFailure.IsOfServer(exception))
        {
            // The next attempt says so, or the one after.
        }
    }

    private void Restored(object? sender, ConnectionFailedEventArgs arguments) => SetUnseen();
}
