using System.Globalization;
using StackExchange.Redis;

namespace ApiGen.Budgets;

/// <summary>Sends a script once: by its hash, and whole to a server that doesn't know it yet.</summary>
internal static class ScriptSending
{
    /// <summary>Sends the name of a script to the primary.</summary>
    public static Task<RedisResult> SendAsync(
        IConnectionMultiplexer connection, ScriptCall call, RedisValue[] arguments) =>
        connection.GetDatabase().ScriptEvaluateAsync(
            call.Script.Hash, call.Keys, arguments, CommandFlags.DemandMaster);

    /// <summary>Sends a script to a primary that doesn't know it yet.</summary>
    public static Task<RedisResult> SendWholeAsync(
        IConnectionMultiplexer connection, ScriptCall call, RedisValue[] arguments) =>
        connection.GetDatabase().ExecuteAsync(
            "EVAL", Whole(call, call.Script.Text, arguments), CommandFlags.DemandMaster);

    /// <summary>Sends a script to the primary, and counts the replicas that have received what it wrote.</summary>
    public static async Task<(RedisResult[] Result, int Replicas)> SendAsync(
        IConnectionMultiplexer connection, ScriptCall call, RedisValue[] arguments, int replicas, TimeSpan timeout)
    {
        IServer server = PrimaryServer.Find(connection, call.Keys[0]);
        int database = connection.GetDatabase().Database;
        try
        {
            return await SendAsync("EVALSHA", call.Script.HashText).ConfigureAwait(false);
        }
        catch (RedisServerException exception) when (RedisFailure.IsUnknownScript(exception))
        {
            return await SendAsync("EVAL", call.Script.Text).ConfigureAwait(false);
        }

        // Both at once, in one round trip. WAIT answers for what its own socket has written, so that no other may have
        // taken its place in between.
        async Task<(RedisResult[] Result, int Replicas)> SendAsync(string command, string script)
        {
            long socket = server.GetCounters().Interactive.SocketCount;
            Task<RedisResult> run = server.ExecuteAsync(database, command, Whole(call, script, arguments));
            Task<RedisResult> wait = server.ExecuteAsync("WAIT", [replicas, (int)timeout.TotalMilliseconds]);
            await Task.WhenAll(run, wait).ConfigureAwait(false);
            if (server.GetCounters().Interactive.SocketCount != socket)
                throw new TimeoutException("The connection was made anew before the replicas were counted.");
            return ((RedisResult[])(await run.ConfigureAwait(false))!, (int)await wait.ConfigureAwait(false));
        }
    }

    private static object[] Whole(ScriptCall call, string script, RedisValue[] arguments)
    {
        object[] whole = new object[2 + call.Keys.Length + arguments.Length];
        whole[0] = script;
        whole[1] = call.Keys.Length.ToString(CultureInfo.InvariantCulture);
        for (int i = 0; i < call.Keys.Length; i++)
            whole[2 + i] = call.Keys[i];
        for (int i = 0; i < arguments.Length; i++)
            whole[2 + call.Keys.Length + i] = arguments[i];
        return whole;
    }
}
