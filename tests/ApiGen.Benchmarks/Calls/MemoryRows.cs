using ApiGen.Benchmarks.Calls.Peers;
using ApiGen.Benchmarks.Harness;
using ApiGen.Benchmarks.Json;

namespace ApiGen.Benchmarks.Calls;

/// <summary>A call over a transport in memory, where nothing waits: what the client itself costs.</summary>
internal sealed class MemoryRows : IDisposable
{
    /// <summary>The share of the usual client's bytes that a call may allocate.</summary>
    private const double BytesOfUsual = 0.36;

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
        Action refit = subjects.Single(subject => subject.Name.StartsWith("Refit", StringComparison.Ordinal)).Run;
        Row[] race = [.. Race.Run(subjects)];
        // After the race, when both are compiled for good: what is compiled in haste allocates more.
        double ratio = Allocation.Of(refit).Bytes / Allocation.Of(subjects[0].Run).Bytes;
        return [.. race, new Row("Refit 16.4: bytes / ours", ratio, 3.5) { MoreIsBetter = true }];
    }

    public IEnumerable<Subject> Subjects()
    {
        void Generated() => Done(_generated.FollowAsync());
        void Usual() => Done(_usual.FollowAsync(2244994945, follow: true));
        return
        [
            new("generated call, signed and budgeted", Generated)
            {
                Allocates = () =>
                    Allocation.Of(Generated) with { Goal = BytesOfUsual * Allocation.Of(Usual).Bytes },
            },
            new("usual: HttpClient, naive signing, STJ", Usual) { Goal = 4, MoreIsBetter = true },
            new("Refit 16.4, the same signing", () => Done(_refit.FollowAsync())) { Goal = 4.5, MoreIsBetter = true },
            new("RestSharp 114, its OAuth 1.0a", () => Done(_restSharp.FollowAsync()))
            {
                Goal = 14,
                MoreIsBetter = true,
            },
            new("floor: no budget, timeout or failures", () => Done(_floor.FollowAsync(2244994945))),
        ];
    }

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
