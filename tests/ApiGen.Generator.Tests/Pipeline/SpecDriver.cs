using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ApiGen.Generator.Tests.Pipeline;

/// <summary>Runs the generator and the analyzer over specs, as a compiler does.</summary>
internal sealed class SpecDriver
{
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    // Compilations that are made of one another know the references at once.
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Consumer",
        references: References,
        options: new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private readonly SpecOptions _options = new();
    private ImmutableArray<AdditionalText> _files;
    private GeneratorDriver _driver;

    public SpecDriver(params IEnumerable<SpecText> files)
    {
        _files = [.. files];
        _driver = CSharpGeneratorDriver.Create(
            [new ApiGenerator().AsSourceGenerator()],
            _files,
            new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.Diagnose),
            _options,
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
    }

    /// <summary>The user's own code, as yet without what is generated.</summary>
    public CSharpCompilation Compilation { get; private set; } = Empty;

    public GeneratorDriver Driver => _driver;

    public GeneratorRunResult Run()
    {
        _driver = _driver.RunGenerators(Compilation, TestContext.Current.CancellationToken);
        return _driver.GetRunResult().Results.Single();
    }

    /// <summary>Adds or changes C#.</summary>
    public void EditCSharp(string code) => Compilation = Compilation
        .RemoveAllSyntaxTrees()
        .AddSyntaxTrees(CSharpSyntaxTree.ParseText(
            code, new CSharpParseOptions(LanguageVersion.CSharp14), path: "user.cs"));

    /// <summary>Gives a spec another text, in place.</summary>
    public void EditSpec(string path, Func<string, string> edit)
    {
        SpecText old = _files.OfType<SpecText>().Single(file => file.Path == path);
        var changed = new SpecText(path, edit(old.Content));
        Assert.NotEqual(old.Content, changed.Content);
        _driver = _driver.ReplaceAdditionalText(old, changed);
        _files = _files.Replace(old, changed);
    }

    /// <summary>Hands over new objects for the same texts, as some hosts do.</summary>
    public void ReloadSpecs()
    {
        ImmutableArray<AdditionalText> fresh =
        [
            .. _files.OfType<SpecText>().Select(file => new SpecText(file.Path, file.Content)),
        ];
        _driver = _driver.RemoveAdditionalTexts(_files).AddAdditionalTexts(fresh);
        _files = fresh;
    }

    public void AddSpec(SpecText file)
    {
        _driver = _driver.AddAdditionalTexts([file]);
        _files = _files.Add(file);
    }

    /// <summary>What the compiler says of the user's code and the generated code together.</summary>
    public ImmutableArray<Diagnostic> Compile()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(
            Compilation, out Compilation whole, out _, TestContext.Current.CancellationToken);
        return
        [
            .. whole
                .GetDiagnostics(TestContext.Current.CancellationToken)
                .Where(d => d.Severity >= DiagnosticSeverity.Warning),
        ];
    }

    /// <summary>What the compiler says when it writes the assembly, which knows limits that syntax doesn't.</summary>
    public ImmutableArray<Diagnostic> Emit()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(
            Compilation, out Compilation whole, out _, TestContext.Current.CancellationToken);
        return
        [
            .. whole
                .Emit(Stream.Null, cancellationToken: TestContext.Current.CancellationToken)
                .Diagnostics
                .Where(d => d.Severity >= DiagnosticSeverity.Warning),
        ];
    }

    /// <summary>What the analyzer reports on the specs, as a build prints it.</summary>
    public async Task<IReadOnlyList<string>> AnalyzeAsync()
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions(_files, _options),
            onAnalyzerException: (exception, _, _) => throw exception,
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> diagnostics = await Compilation
            .WithAnalyzers([new SpecAnalyzer()], options)
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return
        [
            .. diagnostics
                .OrderBy(d => d.Location.GetLineSpan().Path, StringComparer.Ordinal)
                .ThenBy(d => d.Location.GetLineSpan().StartLinePosition)
                .ThenBy(d => d.Id, StringComparer.Ordinal)
                .Select(d => d.ToString()),
        ];
    }
}
