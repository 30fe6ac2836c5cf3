namespace ApiGen.Redis.Tests.Servers;

/// <summary>One <c>redis-server</c> for the tests of a class, if it is installed.</summary>
public sealed class RedisFixture : IAsyncLifetime
{
    private RedisProcess? _process;

    /// <summary>How to connect; skips the test where there is no server.</summary>
    public string EndPoint
    {
        get
        {
            RedisProcess.SkipIfMissing();
            return _process!.EndPoint;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (RedisProcess.IsInstalled)
            _process = await RedisProcess.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
    }
}
