using System.Diagnostics;
using StackExchange.Redis;
using Xunit.Sdk;

namespace ApiGen.Redis.Tests.Servers;

/// <summary>
/// A real <c>redis-server</c> on loopback with a folder of its own; a test may kill it and start it again.
/// </summary>
internal sealed class RedisProcess : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("apigen-redis-");
    private readonly string[] _settings;
    private Process? _process;

    private RedisProcess(string[] settings) => _settings = settings;

    public int Port { get; } = FreePort.Next();

    /// <summary>How to connect as a user of a store does.</summary>
    public string EndPoint => $"127.0.0.1:{Port}";

    /// <summary>Whether the program is here. Where everything is checked, it has to be.</summary>
    public static bool IsInstalled { get; } = Array.Exists(
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator),
        folder => File.Exists(Path.Combine(folder, "redis-server")));

    /// <summary>Starts a server, or skips the test where there is none.</summary>
    /// <param name="settings">Lines of its configuration, on top of keeping nothing.</param>
    public static async Task<RedisProcess> StartAsync(params string[] settings)
    {
        SkipIfMissing();
        var process = new RedisProcess(settings);
        await process.StartAgainAsync();
        return process;
    }

    public static void SkipIfMissing()
    {
        if (!IsInstalled && Environment.GetEnvironmentVariable("CI") == "true")
            throw new XunitException("redis-server isn't on PATH.");
        Assert.SkipUnless(IsInstalled, "redis-server isn't on PATH.");
    }

    /// <summary>Ends it as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Starts it with what it has kept in its folder.</summary>
    /// <param name="more">Lines of its configuration, on top of those it was started with first.</param>
    public async Task StartAgainAsync(params string[] more)
    {
        await File.WriteAllLinesAsync(
            Path.Combine(_folder.FullName, "redis.conf"),
            [
                $"port {Port}", "bind 127.0.0.1", $"dir {_folder.FullName}", "save \"\"", "appendonly no",
                .. _settings, .. more,
            ]);
        _process = Process.Start(
            new ProcessStartInfo("redis-server", [Path.Combine(_folder.FullName, "redis.conf")])
            {
                RedirectStandardOutput = true,
            })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        await AnsweringAsync();
    }

    /// <summary>Connects to do what users of a store don't.</summary>
    public async Task<ConnectionMultiplexer> AdministerAsync(string? password = null)
    {
        var configuration = new ConfigurationOptions
        {
            EndPoints = { EndPoint },
            AllowAdmin = true,
            Password = password ?? PasswordSetting(),
            ConnectRetry = 100,
            ReconnectRetryPolicy = new LinearRetry(50),
            ConnectTimeout = 2_000,
            BacklogPolicy = BacklogPolicy.Default,
            AbortOnConnectFail = false,
        };
        return await ConnectionMultiplexer.ConnectAsync(configuration);
    }

    /// <summary>Sends one command as an administrator.</summary>
    public async Task<RedisResult> CommandAsync(string command, params object[] arguments)
    {
        await using ConnectionMultiplexer connection = await AdministerAsync();
        return await connection.GetServer(EndPoint).ExecuteAsync(command, arguments);
    }

    /// <summary>Waits until its log holds all: while the disk is busy, a log without <c>always</c> may not.</summary>
    public async Task WrittenAsync()
    {
        string info;
        do
        {
            info = (string)(await CommandAsync("INFO", "persistence"))!;
        }
        while (!info.Contains("aof_buffer_length:0", StringComparison.Ordinal));
    }

    /// <summary>Makes it a replica, and waits until it follows.</summary>
    public async Task FollowAsync(RedisProcess primary)
    {
        await CommandAsync("REPLICAOF", "127.0.0.1", primary.Port);
        while ((int)await primary.CommandAsync("WAIT", 1, 100) < 1)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await KillAsync();
        _folder.Delete(recursive: true);
    }

    // It connects before it has read what it kept.
    private async Task AnsweringAsync()
    {
        await using ConnectionMultiplexer connection = await AdministerAsync();
        while (true)
        {
            Assert.False(_process!.HasExited, "redis-server has ended.");
            try
            {
                await connection.GetServer(EndPoint).PingAsync();
                return;
            }
            catch (RedisException)
            {
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }
        }
    }

    private string? PasswordSetting() =>
        Array.Find(_settings, setting => setting.StartsWith("requirepass ", StringComparison.Ordinal))?[12..];
}
