namespace ApiGen.Generator.Tests;

/// <summary>Finds files of the repository from wherever the tests run.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    public static string Combine(params ReadOnlySpan<string> parts) =>
        System.IO.Path.Combine([Path, .. parts]);

    private static string Find(string folder)
    {
        while (!File.Exists(System.IO.Path.Combine(folder, "ApiGen.sln")))
            folder = System.IO.Path.GetDirectoryName(folder)
                ?? throw new InvalidOperationException("No ApiGen.sln above the tests.");
        return folder;
    }
}
