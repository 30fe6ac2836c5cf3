using System;
using System.Text;
using ApiGen.Generator.Binding;
using ApiGen.Generator.Emit;
using ApiGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ApiGen.Generator;

/// <summary>
/// Turns each spec file of a project into one C# file. Its only input is additional files, so that an edit of C# leaves
/// every step cached; what is wrong with a spec is reported by <see cref="SpecAnalyzer"/>.
/// </summary>
[Generator(LanguageNames.CSharp)]
internal sealed class ApiGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<SpecFile> files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, cancellation) => SpecFile.From(pair.Left, pair.Right, cancellation))
            .Where(static file => file is not null)!
            .WithTrackingName<SpecFile>(StepNames.Discover);

        IncrementalValuesProvider<(string Path, SpecModel Model)> models = files
            .Select(static (file, _) => (file.Path, SpecBinding.Bind(file).Model))
            .Where(static pair => pair.Model is not null)!
            .WithTrackingName<(string, SpecModel)>(StepNames.Bind);

        IncrementalValuesProvider<SpecNames> names = models
            .Select(static (pair, _) => Resolver.NamesOf(pair.Path, pair.Model))
            .WithTrackingName(StepNames.Names);

        IncrementalValueProvider<Catalog> catalog = names
            .Collect()
            .Select(static (files, _) => Catalog.From(files))
            .WithTrackingName(StepNames.Catalog);

        IncrementalValuesProvider<(string Path, ResolvedSpec Spec)> resolved = models
            .Combine(catalog)
            .Select(static (pair, _) => (pair.Left.Path, Resolver.Resolve(pair.Left.Path, pair.Left.Model, pair.Right)))
            .Where(static pair => pair.Item2 is not null)!
            .WithTrackingName<(string, ResolvedSpec)>(StepNames.Resolve);

        context.RegisterSourceOutput(resolved, static (output, pair) => Print(output, pair.Path, pair.Spec));
    }

    private static void Print(SourceProductionContext output, string path, ResolvedSpec spec)
    {
        try
        {
            output.AddSource(spec.HintName, SourceText.From(SpecEmitter.Emit(spec), Encoding.UTF8));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // An exception that leaves here would drop the generated code of every file.
            output.ReportDiagnostic(SpecBinding.InternalError(path, exception).ToDiagnostic());
        }
    }
}
