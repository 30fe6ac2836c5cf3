namespace ApiGen.Package.Tests;

public sealed class PackageContentTests(PackageFeed feed)
{
    private const string Folder = "tests/ApiGen.Package.Tests";

    private static readonly string[] Packages =
        ["ApiGen", "ApiGen.Runtime", "ApiGen.Runtime.Redis", "ApiGen.Runtime.Sqlite", "ApiGen.Sandbox"];

    [Fact]
    public void The_packages_hold_the_verified_files_and_dependencies()
    {
        string verified = Path.Combine(BuildMetadata.RepositoryRoot, Folder, "PackageContents.verified.txt");
        string received = verified.Replace(".verified.", ".received.", StringComparison.Ordinal);
        string contents = string.Join('\n', Packages.Select(Describe));

        File.WriteAllText(received, contents);
        Assert.Equal(File.ReadAllText(verified), contents);
        File.Delete(received);
    }

    [Fact]
    public void The_generator_needs_a_YamlDotNet_of_its_own_name_and_no_other()
    {
        using var package = new PackedPackage(feed, "ApiGen");
        using var generator = package.Assembly("analyzers/dotnet/cs/ApiGen.Generator.dll");
        using var yamlDotNet = package.Assembly("analyzers/dotnet/cs/ApiGen.YamlDotNet.dll");

        Assert.Contains("ApiGen.YamlDotNet", generator.References);
        Assert.DoesNotContain("YamlDotNet", generator.References);
        Assert.Equal("ApiGen.YamlDotNet", yamlDotNet.Name);
        Assert.False(yamlDotNet.HasPublicKey);
    }

    [Fact]
    public void No_assembly_of_ours_tells_the_folder_it_was_built_in()
    {
        foreach (string name in Packages)
        {
            using var package = new PackedPackage(feed, name);
            foreach (string path in package.Assemblies.Where(path => Path.GetFileName(path) != "ApiGen.YamlDotNet.dll"))
            {
                using var assembly = package.Assembly(path);
                Assert.DoesNotContain(BuildMetadata.RepositoryRoot, assembly.Bytes, StringComparison.OrdinalIgnoreCase);
                Assert.NotEmpty(assembly.SourcePaths);
                Assert.All(assembly.SourcePaths, source => Assert.StartsWith("/_/", source, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void The_license_of_YamlDotNet_comes_with_it()
    {
        using var package = new PackedPackage(feed, "ApiGen");

        string notices = package.Text("THIRD-PARTY-NOTICES.txt");

        Assert.Contains("Antoine Aubry and contributors", notices, StringComparison.Ordinal);
        Assert.Contains("Permission is hereby granted, free of charge", notices, StringComparison.Ordinal);
    }

    private string Describe(string name)
    {
        using var package = new PackedPackage(feed, name);
        return package.Describe().Replace(feed.Version, "{version}", StringComparison.Ordinal);
    }
}
