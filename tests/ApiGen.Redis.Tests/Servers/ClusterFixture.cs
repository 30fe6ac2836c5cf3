namespace ApiGen.Redis.Tests.Servers;

/// <summary>Three nodes of Redis Cluster for the tests of a class, if the server is installed.</summary>
public sealed class ClusterFixture : IAsyncLifetime
{
    private const int Slots = 16_384;

    private readonly List<RedisProcess> _nodes = [];

    /// <summary>How to connect; skips the test where there is no server.</summary>
    public string EndPoint
    {
        get
        {
            RedisProcess.SkipIfMissing();
            return string.Join(',', _nodes.Select(node => node.EndPoint));
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (!RedisProcess.IsInstalled)
            return;
        for (int i = 0; i < 3; i++)
            _nodes.Add(await RedisProcess.StartAsync("cluster-enabled yes", "cluster-node-timeout 2000"));
        for (int i = 0; i < 3; i++)
        {
            await _nodes[i].CommandAsync("CLUSTER", "ADDSLOTSRANGE", Slots * i / 3, (Slots * (i + 1) / 3) - 1);
            await _nodes[i].CommandAsync("CLUSTER", "MEET", "127.0.0.1", _nodes[(i + 1) % 3].Port);
        }

        foreach (RedisProcess node in _nodes)
            await AgreedAsync(node);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (RedisProcess node in _nodes)
            await node.DisposeAsync();
    }

    private static async Task AgreedAsync(RedisProcess node)
    {
        while (true)
        {
            string info = (string)(await node.CommandAsync("CLUSTER", "INFO"))!;
            if (info.Contains("cluster_state:ok", StringComparison.Ordinal)
                && info.Contains("cluster_known_nodes:3", StringComparison.Ordinal))
            {
                return;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
