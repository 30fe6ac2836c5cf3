using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ApiGen.Benchmarks.Generators;

/// <summary>One generator in a driver, as a compiler or an editor runs it.</summary>
internal sealed class GeneratorRun
{
    // As the compiler does it for a project that writes no file of documentation.
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, DocumentationMode.None);

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly List<AdditionalText> _files;
    private readonly List<SyntaxTree> _trees;
    private GeneratorDriver _driver;

    public GeneratorRun(
        ISourceGenerator generator, IEnumerable<Spec> specs, IEnumerable<string> sources, bool tracksSteps = false)
    {
        _files = [.. specs];
        _trees = [.. sources.Select(Parse)];
        Compilation = CompilationOf(_trees);
        _driver = DriverOf(generator, _files, tracksSteps);
    }

    /// <summary>The user's own code, as yet without what is generated.</summary>
    public CSharpCompilation Compilation { get; private set; }

    public static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source, ParseOptions);

    public static CSharpCompilation CompilationOf(IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        "Synthetic",
        trees,
        References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            concurrentBuild: false));

    public static GeneratorDriver DriverOf(
        ISourceGenerator generator, IEnumerable<AdditionalText> files, bool tracksSteps = false) =>
        CSharpGeneratorDriver.Create(
            [generator],
            files,
            ParseOptions,
            new SpecOptions(),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, tracksSteps));

    /// <summary>Runs, and gives the user's code together with what is generated.</summary>
    public Compilation Run()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(Compilation, out Compilation whole, out var diagnostics);
        return diagnostics.IsEmpty
            ? whole
            : throw new InvalidOperationException(string.Join('\n', diagnostics));
    }

    /// <summary>What the last run gave.</summary>
    public GeneratorRunResult Result() => _driver.GetRunResult().Results.Single();

    /// <summary>Replaces one spec.</summary>
    public void EditSpec(int index, Spec spec)
    {
        _driver = _driver.ReplaceAdditionalText(_files[index], spec);
        _files[index] = spec;
    }

    /// <summary>Adds one spec.</summary>
    public void AddSpec(Spec spec)
    {
        _driver = _driver.AddAdditionalTexts([spec]);
        _files.Add(spec);
    }

    /// <summary>Replaces one file of C#.</summary>
    public void EditSource(int index, SyntaxTree tree)
    {
        Compilation = Compilation.ReplaceSyntaxTree(_trees[index], tree);
        _trees[index] = tree;
    }
}
