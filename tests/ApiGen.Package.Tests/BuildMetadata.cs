using System.Reflection;

namespace ApiGen.Package.Tests;

/// <summary>What the project file of these tests knows and they need to know.</summary>
internal static class BuildMetadata
{
    public static string RepositoryRoot { get; } = Value("RepositoryRoot");

    public static string NuGetPackageRoot { get; } = Value("NuGetPackageRoot");

    public static string YamlDotNet { get; } = Value("YamlDotNet");

    public static string OtherYamlDotNetVersion { get; } = Value("OtherYamlDotNetVersion");

    private static string Value(string key) => typeof(BuildMetadata).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
