using ApiGen.Benchmarks.Calls.Peers;
using ApiGen.Benchmarks.Harness;
using ApiGen.Benchmarks.Json;

namespace ApiGen.Benchmarks.Calls;

/// <summary>A call over a transport in memory, where nothing waits: what the client itself costs.</summary>
internal sealed class MemoryRows : IDisposable
{
    private static readonly Uri Server = new("https://api.twitter.com");

    private readonly MemoryTransport _transport = new();
    private readonly GeneratedCall _generated;
    private readonly UsualCall _usual;
    private readonly FloorCall _floor;
    private readonly RefitCall _refit;
    private readonly RestSharpCall _restSharp;

    public MemoryRows()
    {
        _generated = new GeneratedCall(_transport, server: null);
        _usual = new UsualCall(_transport, Server);
        _floor = new FloorCall(_transport, Server);
        _refit = new RefitCall(_transport, Server);
        _restSharp = new RestSharpCall(_transport, Server);
    }

    public IEnumerable<Row> Measure()
    {
        foreach (Subject subject in Subjects()) AssertSigned(subject);
        SameResult.Assert(_generated.FollowAsync().Result, _usual.FollowAsync(2244994945, follow: true).Result);
        SameResult.Assert(_generated.FollowAsync().Result, _refit.FollowAsync().Result);
        SameResult.Assert(_generated.FollowAsync().Result, _restSharp.FollowAsync().Result);

        Subject[] subjects = [.. Subjects()];
        (Subject usual, Subject generated, Subject floor) = (subjects[0], subjects[1], subjects[2]);
        (Subject refit, Subject restSharp) = (subjects[3], subjects[4]);
        double bytes = Allocation.Of(generated.Run).Bytes;
        double most = 0.36 * Allocation.Of(usual.Run).Bytes;
        Allocation Allocates() => Allocation.Of(generated.Run) with { Goal = most };
        return
        [
            .. Race.Run(usual, generated with { Goal = 0.25, Allocates = Allocates }, floor),
            .. Race.Run(
                generated,
                refit with { Goal = 4.5, MoreIsBetter = true },
                restSharp with { Goal = 14, MoreIsBetter = true }),
            new Row($"{refit.Name}: bytes / ours", Allocation.Of(refit.Run).Bytes / bytes, 3.5) { MoreIsBetter = true },
        ];
    }

    public IEnumerable<Subject> Subjects() =>
    [
        new("usual: HttpClient, naive signing, STJ", () => Done(_usual.FollowAsync(2244994945, follow: true))),
        new("generated call, signed and budgeted", () => Done(_generated.FollowAsync())),
        new("floor: no budget, timeout or failures", () => Done(_floor.FollowAsync(2244994945))),
        new("Refit 16.4, the same signing", () => Done(_refit.FollowAsync())),
        new("RestSharp 114, its OAuth 1.0a", () => Done(_restSharp.FollowAsync())),
    ];

    public void Dispose()
    {
        _usual.Dispose();
        _floor.Dispose();
        _restSharp.Dispose();
        _transport.Dispose();
    }

    private void AssertSigned(Subject subject)
    {
        subject.Run();
        if (_transport.Authorization?.StartsWith("OAuth ", StringComparison.Ordinal) != true)
            throw new InvalidOperationException($"It doesn't sign its call: {subject.Name}.");
    }

    /// <summary>The transport answers at once, so that no call ever waits.</summary>
    private static void Done<T>(Task<T> call) => call.GetAwaiter().GetResult();
}
