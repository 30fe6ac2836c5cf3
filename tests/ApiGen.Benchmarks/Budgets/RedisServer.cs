using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using StackExchange.Redis;

namespace ApiGen.Benchmarks.Budgets;

/// <summary>A <c>redis-server</c> on loopback that keeps nothing on the disk, and a connection to it.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private readonly Process _process;

    private RedisServer(Process process, ConnectionMultiplexer connection)
    {
        _process = process;
        Connection = connection;
    }

    /// <summary>Whether the program is here.</summary>
    public static bool IsInstalled { get; } = Array.Exists(
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator),
        folder => File.Exists(Path.Combine(folder, "redis-server")));

    public ConnectionMultiplexer Connection { get; }

    public IDatabase Database => Connection.GetDatabase();

    public static async Task<RedisServer> StartAsync()
    {
        int port = FreePort();
        string[] arguments =
            ["--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--loglevel", "warning"];
        var process = Process.Start(new ProcessStartInfo("redis-server", arguments) { RedirectStandardOutput = true })!;
        try
        {
            var connection = await ConnectionMultiplexer.ConnectAsync(new ConfigurationOptions
            {
                EndPoints = { { IPAddress.Loopback, port } },
                AllowAdmin = true,
                ConnectRetry = 50,
            });
            return new RedisServer(process, connection);
        }
        catch (RedisConnectionException)
        {
            await EndAsync(process);
            throw;
        }
    }

    /// <summary>How often the server has run a command.</summary>
    public async Task<long> CountAsync(string command)
    {
        string start = $"cmdstat_{command}:calls=";
        string info = (string)(await Connection.GetServers()[0].ExecuteAsync("INFO", "commandstats"))!;
        string? line = Array.Find(info.Split("\r\n"), line => line.StartsWith(start, StringComparison.Ordinal));
        return line is null ? 0 : long.Parse(line[start.Length..].Split(',')[0], CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        await Connection.DisposeAsync();
        await EndAsync(_process);
    }

    private static async Task EndAsync(Process process)
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
