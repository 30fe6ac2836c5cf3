namespace ApiGen.Package.Tests;

/// <summary>
/// The packages of this solution and of <c>OtherGenerator</c>, packed once for all tests under a version of their own,
/// in a feed that is the only source of the projects beside it.
/// </summary>
public sealed class PackageFeed : IAsyncLifetime
{
    private readonly string _id = Guid.NewGuid().ToString("N");
    private readonly DirectoryInfo _root;

    public PackageFeed()
    {
        _root = Directory.CreateTempSubdirectory("apigen-package-tests-");
        Folder = _root.CreateSubdirectory("feed").FullName;
        Version = $"0.1.0-test.x{_id}";
        Artifacts = Path.Combine(BuildMetadata.RepositoryRoot, "artifacts", _id);
    }

    /// <summary>The version of every package in the feed.</summary>
    public string Version { get; }

    /// <summary>Where the packages lie.</summary>
    public string Folder { get; }

    /// <summary>The <c>bin</c> and <c>obj</c> they were made in, apart from those of a build beside this one.</summary>
    public string Artifacts { get; }

    /// <summary>Makes an empty folder, for a project that sees this feed.</summary>
    public string CreateDirectory(string name) => _root.CreateSubdirectory(Path.Combine("projects", name)).FullName;

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(_root.FullName, "nuget.config"), $"""
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="{Path.Combine(_root.FullName, "packages")}" />
              </config>
              <fallbackPackageFolders>
                <clear />
                <add key="machine" value="{BuildMetadata.NuGetPackageRoot}" />
              </fallbackPackageFolders>
              <packageSources>
                <clear />
                <add key="feed" value="{Folder}" />
              </packageSources>
            </configuration>
            """);
        (await Dotnet.RunAsync(
            BuildMetadata.RepositoryRoot, "pack", "ApiGen.sln", "--artifacts-path", Artifacts,
            $"-p:PackageOutputPath={Folder}", $"-p:Version={Version}", "-warnaserror")).Succeeded();
        await PackOtherGeneratorAsync();
    }

    public ValueTask DisposeAsync()
    {
        _root.Delete(recursive: true);
        if (Directory.Exists(Artifacts)) Directory.Delete(Artifacts, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task PackOtherGeneratorAsync()
    {
        string source = Path.Combine(BuildMetadata.RepositoryRoot, "tests/ApiGen.Package.Tests/OtherGenerator");
        string copy = CreateDirectory("OtherGenerator");
        foreach (string file in Directory.EnumerateFiles(source))
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));

        (await Dotnet.RunAsync(
            copy, "pack", "-o", Folder, $"-p:Version={Version}",
            $"-p:OtherYamlDotNetVersion={BuildMetadata.OtherYamlDotNetVersion}")).Succeeded();
    }
}
