using StackExchange.Redis;

namespace ApiGen.Budgets;

/// <summary>The server that takes writes of a key.</summary>
internal static class PrimaryServer
{
    /// <exception cref="NoPrimaryException">None is connected.</exception>
    public static IServer Find(IConnectionMultiplexer connection, RedisKey key)
    {
        try
        {
            return connection.GetServer(key, flags: CommandFlags.DemandMaster);
        }
        catch (InvalidOperationException exception)
        {
            bool hasReplica = Array.Exists(connection.GetServers(), server => server.IsConnected);
            throw new NoPrimaryException(hasReplica, exception);
        }
    }
}
