using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ApiGen.Benchmarks.Generators;

/// <summary>The metadata that the package's targets put on every spec.</summary>
internal sealed class SpecOptions : AnalyzerConfigOptionsProvider
{
    private static readonly AnalyzerConfigOptions OfSpec = new Options("ApiSpec");

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(null);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => OfSpec;

    private sealed class Options(string? itemType) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = itemType;
            return value is not null && key == "build_metadata.AdditionalFiles.SourceItemType";
        }
    }
}
