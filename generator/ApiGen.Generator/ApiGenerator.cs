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

        IncrementalValuesProvider<LocatedModel> models = files
            .Select(static (file, _) => LocatedModel.Of(file))
            .Where(static model => model is not null)!
            .WithTrackingName<LocatedModel>(StepNames.Bind);

        IncrementalValuesProvider<SpecNames> names = models
            .Select(static (located, _) => Resolver.NamesOf(located.Path, located.Model))
            .WithTrackingName(StepNames.Names);

        IncrementalValueProvider<Catalog> catalog = names
            .Collect()
            .Select(static (files, _) => Catalog.From(files))
            .WithTrackingName(StepNames.Catalog);

        IncrementalValuesProvider<LocatedSpec> resolved = models
            .Combine(catalog)
            .Select(static (pair, _) => LocatedSpec.Of(pair.Left, pair.Right))
            .Where(static spec => spec is not null)!
            .WithTrackingName<LocatedSpec>(StepNames.Resolve);

        context.RegisterSourceOutput(resolved, static (output, located) => Print(output, located.Path, located.Spec));
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
