using Microsoft.CodeAnalysis;

namespace ApiGen.Benchmarks.Generators;

/// <summary>Reads nothing and prints nothing: what the compiler's driver costs by itself.</summary>
internal sealed class NoGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
    }
}
