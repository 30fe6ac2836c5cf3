using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace ApiGen.Benchmarks.Generators;

/// <summary>The generators that this project is built with, out of the files that its compiler was handed.</summary>
internal static class Analyzers
{
    private static readonly string[] Files = typeof(Analyzers).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Analyzers")
        .Value!
        .Split('|');

    // What an analyzer needs lies among the analyzers.
    static Analyzers() => AssemblyLoadContext.Default.Resolving += static (context, name) =>
        Array.Find(Files, file => Path.GetFileNameWithoutExtension(file) == name.Name) is { } file
            ? context.LoadFromAssemblyPath(file)
            : null;

    public static ISourceGenerator ApiGen() => Load("ApiGen.Generator", "ApiGen.Generator.ApiGenerator");

    public static ISourceGenerator Refit() =>
        Load("InterfaceStubGeneratorV2", "Refit.Generator.InterfaceStubGeneratorV2");

    public static ISourceGenerator SystemTextJson() =>
        Load("System.Text.Json.SourceGeneration", "System.Text.Json.SourceGeneration.JsonSourceGenerator");

    private static ISourceGenerator Load(string assembly, string type)
    {
        string file = Files.First(file => Path.GetFileNameWithoutExtension(file) == assembly);
        Type generator = AssemblyLoadContext.Default.LoadFromAssemblyPath(file).GetType(type, throwOnError: true)!;
        return ((IIncrementalGenerator)Activator.CreateInstance(generator, nonPublic: true)!).AsSourceGenerator();
    }
}
