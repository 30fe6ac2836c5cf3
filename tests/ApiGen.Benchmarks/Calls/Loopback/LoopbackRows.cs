using System.Diagnostics.CodeAnalysis;
using System.Runtime;
using ApiGen.Benchmarks.Calls.Peers;
using ApiGen.Benchmarks.Harness;

namespace ApiGen.Benchmarks.Calls.Loopback;

/// <summary>Calls over real connections on this machine.</summary>
internal static class LoopbackRows
{
    private const int Rounds = 12;
    private const int MostWarmUps = 16;
    private const int FewMethods = 10;
    private const int SequentialCalls = 1_000;

    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(500);

    public static async IAsyncEnumerable<Row> MeasureAsync()
    {
        await using ServerProcess server = await ServerProcess.StartAsync();
        foreach (Row row in await ConcurrentAsync(server)) yield return row;
        yield return await ConnectionsAsync(server);
    }

    private static async Task<Row[]> ConcurrentAsync(ServerProcess server)
    {
        var ours = new GeneratedCall(transport: null, server.Http);
        using var usual = new UsualCall(UsualTransport.Create(), server.Http);
        var refit = new RefitCall(UsualTransport.Create(), server.Http);
        var generated = new ConcurrentCalls(ours.FollowAsync);
        var byHand = new ConcurrentCalls(() => usual.FollowAsync(2244994945, follow: true));
        var peer = new ConcurrentCalls(refit.FollowAsync);
        ConcurrentCalls[] subjects = [generated, byHand, peer];
        await WarmUpAsync(subjects);
        for (int round = 0; round < Rounds; round++)
        {
            Random.Shared.Shuffle(subjects);
            foreach (ConcurrentCalls subject in subjects) await subject.TakeTurnAsync(Turn);
        }

        return
        [
            new Row("64 callers: calls a second / usual", generated.RateTo(byHand), 1.5) { MoreIsBetter = true },
            new Row("64 callers: calls a second / Refit", generated.RateTo(peer)) { MoreIsBetter = true },
            new Row("64 callers: client's processor / usual", generated.ProcessorTo(byHand), 0.55),
        ];
    }

    /// <summary>Until the runtime has compiled all that is hot, the ways that only a wait takes among it.</summary>
    private static async Task WarmUpAsync(ConcurrentCalls[] subjects)
    {
        long compiled;
        int round = 0;
        do
        {
            compiled = JitInfo.GetCompiledMethodCount();
            foreach (ConcurrentCalls subject in subjects) await subject.WarmUpAsync(Turn);
            round++;
        }
        while (round < MostWarmUps && JitInfo.GetCompiledMethodCount() > compiled + FewMethods);
    }

    [SuppressMessage("Security", "CA5359", Justification = "The certificate is made at the server's start.")]
    private static async Task<Row> ConnectionsAsync(ServerProcess server)
    {
        using var transport = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        transport.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;
        var ours = new GeneratedCall(transport, server.Https);
        for (int call = 0; call < SequentialCalls; call++) await ours.FollowAsync();
        return new Row("connections of 1,000 HTTPS calls", await server.CountConnectionsAsync(), 1);
    }
}
