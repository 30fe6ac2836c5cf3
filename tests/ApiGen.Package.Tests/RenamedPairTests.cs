namespace ApiGen.Package.Tests;

public sealed class RenamedPairTests(PackageFeed feed)
{
    private string Generator => Path.Combine(feed.Artifacts, "bin/ApiGen.Generator/release/ApiGen.Generator.dll");

    private string Tool => Path.Combine(feed.Artifacts, "bin/ApiGen.YamlIdentity/release/ApiGen.YamlIdentity.dll");

    [Fact]
    public async Task The_same_assemblies_give_the_same_bytes()
    {
        string first = feed.CreateDirectory("FirstPair");
        string second = feed.CreateDirectory("SecondPair");

        (await RunAsync(Generator, BuildMetadata.YamlDotNet, first)).Succeeded();
        (await RunAsync(Generator, BuildMetadata.YamlDotNet, second)).Succeeded();

        foreach (string name in new[] { "ApiGen.Generator.dll", "ApiGen.YamlDotNet.dll" })
        {
            byte[] expected = await File.ReadAllBytesAsync(Path.Combine(first, name));
            Assert.Equal(expected, await File.ReadAllBytesAsync(Path.Combine(second, name)));
        }
    }

    [Fact]
    public async Task A_file_that_is_missing_or_no_assembly_or_the_wrong_one_is_named_and_nothing_is_written()
    {
        string output = Path.Combine(feed.CreateDirectory("NoPair"), "output");
        string text = Path.Combine(feed.Folder, "..", "nuget.config");

        await AssertRefusedAsync("missing.dll", Generator, "missing.dll", output);
        await AssertRefusedAsync("nuget.config is not a .NET assembly", Generator, text, output);
        await AssertRefusedAsync("is ApiGen.Generator, not YamlDotNet", Generator, Generator, output);
        await AssertRefusedAsync("not refer to YamlDotNet", BuildMetadata.YamlDotNet, BuildMetadata.YamlDotNet, output);
        await AssertRefusedAsync("Usage:", Generator, output);
        Assert.False(Directory.Exists(output));
    }

    private async Task AssertRefusedAsync(string reason, params string[] arguments) =>
        Assert.Contains(reason, (await RunAsync(arguments)).Failed(), StringComparison.Ordinal);

    private Task<DotnetResult> RunAsync(params string[] arguments) =>
        Dotnet.RunAsync(feed.Folder, ["exec", Tool, .. arguments]);
}
