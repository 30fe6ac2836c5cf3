using System.Text.Json;
using ApiGen.Benchmarks.Harness;
using ApiGen.Benchmarks.Json.Peers;
using ApiGen.CompilerServices;
using Twitter;

namespace ApiGen.Benchmarks.Json;

/// <summary>Reads Twitter's user out of a body.</summary>
internal sealed class JsonArea : IBenchmarkArea
{
    public string Name => "json";

    public IEnumerable<Row> Measure() =>
    [
        .. Race("plain", Body.Plain),
        .. Race("escaped", Body.Escaped),
        .. Race("non-ASCII", Body.NonAscii),
    ];

    public static User ReadGenerated(byte[] body) => JsonBody.Read(body, User.Read);

    public static PeerUser ReadPeer(byte[] body) => JsonSerializer.Deserialize(body, PeerJsonContext.Default.PeerUser)!;

    private static IEnumerable<Row> Race(string kind, byte[] body)
    {
        SameResult.Assert(ReadGenerated(body), ReadPeer(body));
        SameResult.Assert(ReadGenerated(body), NewtonsoftReader.Read(body));
        double most = 0.66 * Allocation.Of(() => ReadPeer(body)).Bytes;
        return Harness.Race.Run(
            new Subject($"{kind}, {body.Length} bytes: STJ source generation", () => ReadPeer(body)),
            new Subject($"{kind}: generated reader", () => ReadGenerated(body))
            {
                Goal = 0.33,
                Allocates = () => Allocation.Of(() => ReadGenerated(body)) with { Goal = most },
            },
            new Subject($"{kind}: Newtonsoft", () => NewtonsoftReader.Read(body)),
            new Subject($"{kind}: Utf8JsonReader, tokens alone", () => Walk(body)));
    }

    /// <summary>Steps over every token and builds nothing.</summary>
    private static void Walk(byte[] body)
    {
        var reader = new Utf8JsonReader(body);
        while (reader.Read())
        {
        }
    }
}
