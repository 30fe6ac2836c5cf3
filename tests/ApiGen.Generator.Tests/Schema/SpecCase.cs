using ApiGen.Generator.Binding;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Tests.Pipeline;
using ApiGen.Generator.Tests.Surface;

namespace ApiGen.Generator.Tests.Schema;

/// <summary>A file of the repository that shows the language, and what the generator finds wrong with it.</summary>
internal sealed record SpecCase(string Name, string Text, IReadOnlyList<SpecDiagnostic> Findings)
{
    /// <summary>Whether it is read as YAML at all; what isn't is no matter of a schema.</summary>
    public bool IsRead => Findings.All(finding => string.CompareOrdinal(finding.Descriptor.Id, "APIGEN100") >= 0);

    /// <summary>Every spec that shows how it is done.</summary>
    public static IReadOnlyList<SpecCase> Good { get; } =
    [
        .. Directory.EnumerateDirectories(CasesOf("Emit")).Order(StringComparer.Ordinal).SelectMany(InFolder),
        .. InFolder(RepositoryRoot.Combine("specs")),
        .. SurfaceSpecs.Apis.SelectMany(api => Together(Named(api, SurfaceSpecs.Of(api)))),
        .. OfReadme(),
    ];

    /// <summary>Every spec that shows a mistake.</summary>
    public static IReadOnlyList<SpecCase> Bad { get; } =
    [
        .. Directory.EnumerateDirectories(CasesOf("Diagnostics")).Order(StringComparer.Ordinal).SelectMany(InFolder),
        .. Directory.EnumerateFiles(RepositoryRoot.Combine("specs", "diagnostics"), "APIGEN*.md")
            .Order(StringComparer.Ordinal)
            .SelectMany(OfPage),
    ];

    /// <summary>Files that are bound together.</summary>
    public static IEnumerable<SpecCase> Together(IReadOnlyList<SpecText> files)
    {
        BoundSpec[] bound = [.. files.Select(file => SpecBinder.Bind(file.Path, file.GetText()))];
        Catalog catalog = Catalog.From(
            bound.Where(spec => spec.Model is not null).Select(spec => Resolver.NamesOf(spec.Path, spec.Model!)));
        return files.Zip(
            bound,
            (file, spec) => new SpecCase(
                file.Path, file.Content, [.. spec.Diagnostics, .. CrossFileChecks.Run(spec, catalog)]));
    }

    private static string CasesOf(string room) =>
        RepositoryRoot.Combine("tests", "ApiGen.Generator.Tests", room, "Cases");

    private static IEnumerable<SpecCase> InFolder(string folder) =>
        Together(Named(Path.GetFileName(folder), SpecText.AllIn(folder)));

    private static SpecText[] Named(string folder, IEnumerable<SpecText> files) =>
        [.. files.Select(file => new SpecText($"{folder}/{file.Path}", file.Content))];

    /// <summary>The blocks of the language's description that are documents, and not parts of some.</summary>
    private static IEnumerable<SpecCase> OfReadme() => Together(
    [
        .. BlocksOf(RepositoryRoot.Combine("specs", "README.md"), "yaml")
            .Where(block => block.Split(':')[0] is "api" or "endpoint" or "type")
            .Select((block, i) => new SpecText($"README.md#{i}", block)),
    ]);

    /// <summary>A page's first block of YAML is its example, if its mistake can be shown in a few lines.</summary>
    private static IEnumerable<SpecCase> OfPage(string page) =>
        Together([.. BlocksOf(page, "yaml").Take(1).Select(block => new SpecText(Path.GetFileName(page), block))]);

    private static List<string> BlocksOf(string page, string language) =>
    [
        .. File.ReadAllText(page)
            .Split($"```{language}\n")
            .Skip(1)
            .Select(part => part.Split("```")[0]),
    ];
}
