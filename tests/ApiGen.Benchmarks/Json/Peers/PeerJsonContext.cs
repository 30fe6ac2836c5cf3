using System.Text.Json.Serialization;

namespace ApiGen.Benchmarks.Json.Peers;

/// <summary>The readers that System.Text.Json's generator makes of the same types.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, Converters = [typeof(PeerDateConverter)])]
[JsonSerializable(typeof(PeerUser))]
internal sealed partial class PeerJsonContext : JsonSerializerContext;
