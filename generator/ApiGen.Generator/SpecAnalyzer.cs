using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using ApiGen.Generator.Binding;
using ApiGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ApiGen.Generator;

/// <summary>
/// Reports what is wrong with the specs, at line and column of the YAML. An analyzer does it, because a generator's own
/// reports on files other than C# are lost in some editors (dotnet/roslyn#49531, #71709).
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SpecAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => DiagnosticDescriptors.All;

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            AnalyzerOptions options = start.Options;
            var catalog = new Lazy<Catalog>(() => GatherNames(options, start.CancellationToken));
            start.RegisterAdditionalFileAction(action => Report(action, catalog));
        });
    }

    private static void Report(AdditionalFileAnalysisContext action, Lazy<Catalog> catalog)
    {
        AnalyzerConfigOptionsProvider options = action.Options.AnalyzerConfigOptionsProvider;
        SpecFile? file = SpecFile.From(action.AdditionalFile, options, action.CancellationToken);
        if (file is null) return;
        BoundSpec spec = SpecBinding.Bind(file);
        foreach (SpecDiagnostic finding in spec.Diagnostics.Concat(CrossFileChecks.Run(spec, catalog.Value)))
            action.ReportDiagnostic(finding.ToDiagnostic());
    }

    private static Catalog GatherNames(AnalyzerOptions options, CancellationToken cancellation) => Catalog.From(
        from text in options.AdditionalFiles
        let file = SpecFile.From(text, options.AnalyzerConfigOptionsProvider, cancellation)
        where file is not null
        let spec = SpecBinding.Bind(file)
        where spec.Model is not null
        select Resolver.NamesOf(spec.Path, spec.Model!));
}
