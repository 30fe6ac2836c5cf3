namespace ApiGen.Package.Tests;

/// <summary>A console project as a user of the packages would write it, in a folder of its own.</summary>
internal sealed class ConsoleProject
{
    private readonly string _directory;

    /// <summary>Writes the project file.</summary>
    /// <param name="feed">Where its packages come from.</param>
    /// <param name="name">Of the folder and the project.</param>
    /// <param name="packages">Those it installs.</param>
    /// <param name="items">More items for the project file.</param>
    /// <param name="properties">More properties for it; they hold against the usual ones.</param>
    public ConsoleProject(PackageFeed feed, string name, string[] packages, string items = "", string properties = "")
    {
        var references = packages.Select(id => $"<PackageReference Include=\"{id}\" Version=\"{feed.Version}\" />");
        _directory = feed.CreateDirectory(name);
        Write($"{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {string.Concat(references)}
                {items}
              </ItemGroup>
            </Project>
            """);
    }

    /// <summary>Writes a file of the project, or one beside it.</summary>
    public ConsoleProject Write(string path, string text)
    {
        string full = Path.Combine(_directory, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return this;
    }

    public Task<DotnetResult> BuildAsync(params string[] arguments) =>
        Dotnet.RunAsync(_directory, ["build", .. arguments]);

    public Task<DotnetResult> RunAsync() => Dotnet.RunAsync(_directory, "run");

    /// <summary>Restores the project and reads its items of these types.</summary>
    public async Task<ProjectItems> ItemsAsync(params string[] types)
    {
        // Two commands: one that restores as well reads what the project was before.
        (await Dotnet.RunAsync(_directory, "restore")).Succeeded();
        var queries = types.Select(type => $"-getItem:{type}");
        return new ProjectItems((await Dotnet.RunAsync(_directory, ["msbuild", .. queries])).Succeeded());
    }

    /// <summary>Whether a build put a file of this name into the output folder.</summary>
    public bool HasOutput(string path) => File.Exists(Path.Combine(_directory, "bin/Debug/net10.0", path));
}
