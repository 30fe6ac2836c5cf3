using System.Reflection;

namespace ApiGen.EndToEnd.Tests;

/// <summary>What the project file of these tests knows and they need to know.</summary>
internal static class BuildMetadata
{
    /// <summary>The sample's assembly, built with these tests.</summary>
    public static string FollowUser { get; } = Value("FollowUser");

    /// <summary>The sample of a sign-in, built with these tests.</summary>
    public static string SignIn { get; } = Value("SignIn");

    public static string RepositoryRoot { get; } = Value("RepositoryRoot");

    public static string Configuration { get; } = Value("Configuration");

    private static string Value(string key) => typeof(BuildMetadata).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
