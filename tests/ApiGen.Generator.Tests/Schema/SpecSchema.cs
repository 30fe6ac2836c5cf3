using System.Text.Json;
using ApiGen.EndToEnd.Tests.IndependentServer;

namespace ApiGen.Generator.Tests.Schema;

/// <summary><c>specs/apigen.schema.json</c>, as Ajv understands it.</summary>
internal static class SpecSchema
{
    private static readonly NodeFolder Scripts =
        new(RepositoryRoot.Combine("tests", "ApiGen.Generator.Tests", "Schema"));

    public static string Text { get; } = File.ReadAllText(RepositoryRoot.Combine("specs", "apigen.schema.json"));

    /// <summary>What the schema has against each of the documents, in their order.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<SchemaError>>> JudgeAsync(
        IReadOnlyCollection<SpecDocument> documents)
    {
        string output = await Scripts.RunAsync(
            "validate.mjs", Text, string.Concat(documents.Select(document => document.Json + "\n")));
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(documents.Count, lines.Length);
        return [.. lines.Select(line => JsonSerializer.Deserialize<SchemaError[]>(line, JsonSerializerOptions.Web)!)];
    }
}
