using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ApiGen.Benchmarks.Json;

/// <summary>Compares what two readers made of one body: a race between readers that disagree says nothing.</summary>
internal static class SameResult
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IncludeFields = false,
    };

    /// <exception cref="InvalidOperationException">They aren't equal, property by property.</exception>
    public static void Assert(object first, object second)
    {
        JsonNode one = JsonSerializer.SerializeToNode(first, Options)!;
        JsonNode other = JsonSerializer.SerializeToNode(second, Options)!;
        if (!JsonNode.DeepEquals(one, other))
            throw new InvalidOperationException($"Two readers read one body differently:\n{one}\n{other}");
    }
}
