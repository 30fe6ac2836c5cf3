using System.Text;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Tests.Pipeline;
using Microsoft.CodeAnalysis;

namespace ApiGen.Generator.Tests.Diagnostics;

/// <summary>
/// Each case is a folder, named after an ID, of specs with mistakes beside what a build prints of them.
/// </summary>
public sealed class DiagnosticTests
{
    private static readonly string Cases =
        RepositoryRoot.Combine("tests", "ApiGen.Generator.Tests", "Diagnostics", "Cases");

    public static TheoryData<string> CaseNames =>
    [
        .. Directory.EnumerateDirectories(Cases)
            .Select(folder => Path.GetFileName(folder)!)
            .Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Ids => [.. DiagnosticDescriptors.All.Select(descriptor => descriptor.Id)];

    [Theory]
    [MemberData(nameof(CaseNames))]
    public async Task A_mistake_is_reported_at_its_place(string name)
    {
        string folder = Path.Combine(Cases, name);
        var driver = new SpecDriver(SpecText.AllIn(folder).Concat(Surroundings()));
        string received = string.Join('\n', await driver.AnalyzeAsync()) + "\n";
        string expectedPath = Path.Combine(folder, "expected.verified.txt");
        string receivedPath = Path.Combine(folder, "expected.received.txt");
        File.Delete(receivedPath);
        string expected = File.Exists(expectedPath) ? await File.ReadAllTextAsync(expectedPath) : "";
        if (received != expected) await File.WriteAllTextAsync(receivedPath, received, new UTF8Encoding(false));
        Assert.Equal(expected, received);
        Assert.Contains(name[..9], received, StringComparison.Ordinal);

        // Whatever is wrong with a spec, what is generated of the others compiles.
        Assert.DoesNotContain(driver.Compile(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Contains(
            driver.Driver.GetRunResult().GeneratedTrees,
            tree => tree.FilePath.Contains("Birds.Flock.Show", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_larger_than_is_read_is_refused()
    {
        var driver = new SpecDriver(new SpecText("large.yaml", "type: " + new string('x', 5_000_000)));
        string finding = Assert.Single(await driver.AnalyzeAsync());
        Assert.StartsWith("large.yaml(1,1): error APIGEN006:", finding, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_ID_has_a_page_and_a_case(string id)
    {
        DiagnosticDescriptor descriptor = DiagnosticDescriptors.All.Single(descriptor => descriptor.Id == id);
        string page = RepositoryRoot.Combine("specs", "diagnostics", id + ".md");
        Assert.True(File.Exists(page), $"{page} is missing.");
        Assert.StartsWith($"# {id}: {descriptor.Title}\n", File.ReadAllText(page), StringComparison.Ordinal);
        Assert.EndsWith($"/specs/diagnostics/{id}.md", descriptor.HelpLinkUri, StringComparison.Ordinal);

        // An internal error is a mistake in ApiGen, which no spec is known to bring about, and megabytes are no case to
        // read.
        string[] withoutFolder = [DiagnosticDescriptors.InternalError.Id, DiagnosticDescriptors.FileTooLarge.Id];
        if (!withoutFolder.Contains(id))
            Assert.Contains(
                Directory.EnumerateDirectories(Cases),
                folder => Path.GetFileName(folder).StartsWith(id, StringComparison.Ordinal));
    }

    [Fact]
    public void The_list_of_all_descriptors_is_complete() => Assert.Equal(
        typeof(DiagnosticDescriptors).GetFields().Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>(),
        DiagnosticDescriptors.All);

    /// <summary>A sound API around the mistakes of a case.</summary>
    private static IEnumerable<SpecText> Surroundings() =>
    [
        new("sound/api.yaml", """
            api: Birds
            base: https://api.birds.example
            auth: { user: { scheme: oauth1, signature: HMAC-SHA1 } }
            """),
        new("sound/show.yaml", """
            endpoint: flock/show
            of: Birds
            request: GET /1/flock/show.json
            auth: user
            returns: Bird
            """),
        new("sound/bird.yaml", """
            type: Bird
            of: Birds
            fields: { name: string }
            """),
    ];
}
