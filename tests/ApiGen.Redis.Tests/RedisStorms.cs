using System.Globalization;
using ApiGen.Redis.Tests.Servers;

namespace ApiGen.Redis.Tests;

/// <summary>Real processes, real time, and a server that dies, is cut off, or is replaced.</summary>
public sealed class RedisStorms(ITestOutputHelper output)
{
    // More of them where one looks on: APIGEN_STORM_ROUNDS.
    private static int Rounds { get; } =
        int.TryParse(
            Environment.GetEnvironmentVariable("APIGEN_STORM_ROUNDS"), CultureInfo.InvariantCulture, out int rounds)
            ? rounds
            : 2;

    [Fact]
    public async Task A_server_killed_and_started_again_lets_no_call_too_many_through()
    {
        await using RedisProcess server = await RedisProcess.StartAsync("appendonly yes", "appendfsync always");
        await using var storm = new RedisStorm(server.EndPoint);
        for (int round = 0; round < Rounds; round++)
        {
            await storm.ArrivedAsync(RedisStorm.AppLimit + 17);
            await server.KillAsync();
            await server.StartAgainAsync();
        }

        await storm.ArrivedAsync(RedisStorm.AppLimit);
        await storm.EndAsync();
        output.WriteLine($"{Rounds} kills, {storm.Calls} calls");
    }

    [Fact]
    public async Task Connections_cut_in_the_middle_of_replies_let_no_call_too_many_through()
    {
        await using RedisProcess server = await RedisProcess.StartAsync();
        await using var proxy = new CuttingProxy(server.Port, seed: 1);
        await using var storm = new RedisStorm(proxy.EndPoint);
        for (int round = 0; round < Rounds; round++)
            await storm.ArrivedAsync(RedisStorm.AppLimit * 2);

        await storm.EndAsync();
        Assert.InRange(proxy.Cuts, 1, int.MaxValue);
        output.WriteLine($"{proxy.Cuts} cuts, {storm.Calls} calls");
    }

    [Fact]
    public async Task A_promoted_replica_lets_no_call_too_many_through()
    {
        await using RedisProcess first = await RedisProcess.StartAsync();
        await using RedisProcess second = await RedisProcess.StartAsync();
        RedisProcess primary = first;
        RedisProcess replica = second;
        await replica.FollowAsync(primary);
        await using var storm = new RedisStorm($"{first.EndPoint},{second.EndPoint}", minReplicas: 1);
        for (int round = 0; round < Rounds; round++)
        {
            await storm.ArrivedAsync(RedisStorm.AppLimit + 17);
            await primary.KillAsync();
            await replica.CommandAsync("REPLICAOF", "NO", "ONE");
            (primary, replica) = (replica, primary);
            await replica.StartAgainAsync($"replicaof 127.0.0.1 {primary.Port}");
        }

        await storm.ArrivedAsync(RedisStorm.AppLimit);
        await storm.EndAsync();
        output.WriteLine($"{Rounds} promotions, {storm.Calls} calls");
    }
}
