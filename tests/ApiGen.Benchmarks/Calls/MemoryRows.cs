using ApiGen.Benchmarks.Calls.Peers;
using ApiGen.Benchmarks.Harness;
using ApiGen.Benchmarks.Json;

namespace ApiGen.Benchmarks.Calls;

/// <summary>A call over a transport in memory, where nothing waits: what the client itself costs.</summary>
internal static class MemoryRows
{
    private static readonly Uri Server = new("https://api.twitter.com");

    public static IEnumerable<Row> Measure()
    {
        var transport = new MemoryTransport();
        var generated = new GeneratedCall(transport, server: null);
        using var usual = new UsualCall(transport, Server);
        using var floor = new FloorCall(transport, Server);
        var refit = new RefitCall(transport, Server);
        using var restSharp = new RestSharpCall(transport, Server);
        void Ours() => Done(generated.FollowAsync());
        void Usual() => Done(usual.FollowAsync(2244994945, follow: true));
        void Refit() => Done(refit.FollowAsync());
        void RestSharp() => Done(restSharp.FollowAsync());
        foreach (Action call in new[] { Ours, Usual, Refit, RestSharp }) AssertSigned(transport, call);
        SameResult.Assert(generated.FollowAsync().Result, usual.FollowAsync(2244994945, follow: true).Result);
        SameResult.Assert(generated.FollowAsync().Result, refit.FollowAsync().Result);
        SameResult.Assert(generated.FollowAsync().Result, restSharp.FollowAsync().Result);

        double bytes = Allocation.Of(Ours).Bytes;
        double most = 0.36 * Allocation.Of(Usual).Bytes;
        return
        [
            .. Race.Run(
                new Subject("usual: HttpClient, naive signing, STJ", Usual),
                new Subject("generated call, signed and budgeted", Ours)
                {
                    Goal = 0.25,
                    Allocates = () => Allocation.Of(Ours) with { Goal = most },
                },
                new Subject("floor: no budget, timeout or failures", () => Done(floor.FollowAsync(2244994945)))),
            .. Race.Run(
                new Subject("generated call", Ours),
                new Subject("Refit 16.4, the same signing", Refit) { Goal = 4.5, MoreIsBetter = true },
                new Subject("RestSharp 114, its OAuth 1.0a", RestSharp) { Goal = 14, MoreIsBetter = true }),
            new Row("Refit 16.4: bytes / ours", Allocation.Of(Refit).Bytes / bytes, 3.5) { MoreIsBetter = true },
        ];
    }

    private static void AssertSigned(MemoryTransport transport, Action call)
    {
        call();
        if (transport.Authorization?.StartsWith("OAuth ", StringComparison.Ordinal) != true)
            throw new InvalidOperationException("A subject didn't sign its call.");
    }

    /// <summary>The transport answers at once, so that no call ever waits.</summary>
    private static void Done<T>(Task<T> call) => call.GetAwaiter().GetResult();
}
