using System.Text;

namespace ApiGen.Benchmarks.Generators;

/// <summary>
/// One API for all generators: calls with two parameters in the path and two in the query, each with a model of eight
/// fields of its own. A file holds twenty.
/// </summary>
internal static class Synthetic
{
    public const int PerFile = 20;

    private const string Api = """
        api: Synthetic
        base: https://api.synthetic.example
        auth:
          user: { scheme: oauth1, signature: HMAC-SHA1 }
        dates: iso8601

        """;

    /// <summary>The specs of the API and of so many endpoints.</summary>
    public static Spec[] Specs(int endpoints) =>
        [new Spec("specs/api.yaml", Api), .. Files(endpoints).Select(file => Endpoints(file, ""))];

    /// <summary>One file of endpoints, the first of which has a word more in its summary.</summary>
    public static Spec Endpoints((int First, int Count) file, string word)
    {
        var text = new StringBuilder();
        foreach (int number in Enumerable.Range(file.First, file.Count))
        {
            if (number > file.First) text.Append("---\n");
            text.Append(Endpoint(number, number == file.First ? word : "")).Append("---\n").Append(Model(number));
        }

        return new Spec($"specs/things{file.First}.yaml", text.ToString());
    }

    /// <summary>A file of Refit's interface for the same calls.</summary>
    public static string Refit((int First, int Count) file, string word) => $$"""
        using System.Threading.Tasks;
        using Refit;
        namespace Synthetic;
        public interface IThings{{file.First}}
        {
        {{string.Concat(Enumerable.Range(file.First, file.Count).Select(number => $$"""
                [Get("/v1/groups/{group}/things{{number}}/{{(number == file.First ? word : "")}}{id}")]
                Task<Thing{{number}}> Show{{number}}Async(
                    string group, long id, [AliasAs("max_count")] int? maxCount, [AliasAs("is_full")] bool? isFull);

            """))}}
        }
        """;

    /// <summary>A file of models for System.Text.Json and Refit.</summary>
    public static string Models((int First, int Count) file) => $$"""
        using System;
        namespace Synthetic;
        {{string.Concat(Enumerable.Range(file.First, file.Count).Select(number => $$"""
            public sealed class Thing{{number}}
            {
                public long Id { get; set; }
                public string IdStr { get; set; } = "";
                public string Name { get; set; } = "";
                public string? Description { get; set; }
                public int Count { get; set; }
                public bool IsPublic { get; set; }
                public DateTimeOffset CreatedAt { get; set; }
                public double? Score { get; set; }
            }

            """))}}
        """;

    /// <summary>A context of System.Text.Json with so many models.</summary>
    public static string Context(int models) => $"""
        using System.Text.Json.Serialization;
        namespace Synthetic;
        {string.Concat(Enumerable.Range(0, models).Select(number => $"[JsonSerializable(typeof(Thing{number}))]\n"))}
        internal sealed partial class ThingContext : JsonSerializerContext;
        """;

    /// <summary>Which endpoints stand in which file.</summary>
    public static IEnumerable<(int First, int Count)> Files(int endpoints) => Enumerable
        .Range(0, endpoints)
        .Chunk(PerFile)
        .Select(numbers => (numbers[0], numbers.Length));

    private static string Endpoint(int number, string word) => $$"""
        endpoint: groups/show{{number}}
        of: Synthetic
        summary: Shows thing {{number}} of a group.{{word}}
        request: GET /v1/groups/{group}/things{{number}}/{id}
        auth: user
        limits:
          - { per: user, count: 900, window: 15m }
        parameters:
          group:     { type: string, example: birds, summary: The group's name. }
          id:        { type: int64,  example: 12,    summary: The thing's number. }
          max_count: { type: int32,  example: 20,    summary: How many to count at most. }
          is_full:   { type: bool,   example: true,  summary: Whether to tell all. }
        returns: Thing{{number}}

        """;

    private static string Model(int number) => $$"""
        type: Thing{{number}}
        of: Synthetic
        summary: Thing {{number}}.
        fields:
          id:          { type: int64,     summary: The thing's number. }
          id_str:      { type: string,    summary: The same as text. }
          name:        { type: string,    summary: What it is called. }
          description: { type: "string?", summary: What it is. }
          count:       { type: int32,     summary: How many there are. }
          is_public:   { type: bool,      summary: Whether all may see it. }
          created_at:  { type: date-time, summary: When it was made. }
          score:       { type: "double?", summary: How good it is. }

        """;
}
