using ApiGen.Package.Tests;

namespace ApiGen.EndToEnd.Tests.SpecEdits;

/// <summary>The sample and its specs in a folder of their own, built against what this repository has built.</summary>
internal sealed class SampleCopy : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("apigen-sample-copy-");

    public SampleCopy()
    {
        string repository = BuildMetadata.RepositoryRoot;
        foreach (string file in new[] { "Directory.Build.props", "Directory.Packages.props" })
            Write(file, $"<Project><Import Project=\"{Path.Combine(repository, file)}\" /></Project>");

        Copy(Path.Combine(repository, ".editorconfig"));
        foreach (string file in Directory.EnumerateFiles(Path.Combine(repository, "samples/FollowUser"))) Copy(file);
        string specs = Path.Combine(repository, "specs/twitter");
        foreach (string file in Directory.EnumerateFiles(specs, "*.yaml", SearchOption.AllDirectories)) Copy(file);

        Edit("samples/FollowUser/FollowUser.csproj", project => project
            .Replace("../../runtime/", $"{repository}/runtime/", StringComparison.Ordinal)
            .Replace("../../generator/", $"{repository}/generator/", StringComparison.Ordinal));
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(_root.FullName, path));

    /// <summary>Changes the text of a file.</summary>
    public void Edit(string path, Func<string, string> edit)
    {
        string text = Read(path);
        string edited = edit(text);
        Assert.NotEqual(text, edited);
        Write(path, edited);
    }

    public Task<DotnetResult> BuildAsync() => Dotnet.RunAsync(
        Path.Combine(_root.FullName, "samples/FollowUser"),
        "build", "--no-dependencies", "-c", BuildMetadata.Configuration);

    public void Dispose() => _root.Delete(recursive: true);

    private void Copy(string file) =>
        Write(Path.GetRelativePath(BuildMetadata.RepositoryRoot, file), File.ReadAllText(file));

    private void Write(string path, string text)
    {
        string full = Path.Combine(_root.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
