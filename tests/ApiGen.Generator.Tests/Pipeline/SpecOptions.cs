using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ApiGen.Generator.Tests.Pipeline;

/// <summary>The metadata that the package's targets put on every spec, and on no other additional file.</summary>
internal sealed class SpecOptions : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(null);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        new Options(textFile.Path.EndsWith(".yaml", StringComparison.Ordinal) ? "ApiSpec" : null);

    private sealed class Options(string? sourceItemType) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value)
        {
            value = sourceItemType ?? "";
            return key == "build_metadata.AdditionalFiles.SourceItemType" && sourceItemType is not null;
        }
    }
}
