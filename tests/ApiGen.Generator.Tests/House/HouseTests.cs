using System.Text.RegularExpressions;

namespace ApiGen.Generator.Tests.House;

/// <summary>Which room of the repository may know which, and how large its files may be.</summary>
public sealed partial class HouseTests
{
    /// <summary>A folder, and what no file in it may name in a using directive.</summary>
    public static TheoryData<string, string[]> Rooms => new()
    {
        {
            "generator/ApiGen.Generator/Yaml",
            ["ApiGen.Generator.Binding", "ApiGen.Generator.Model", "ApiGen.Generator.Emit"]
        },
        {
            "generator/ApiGen.Generator/Binding",
            ["ApiGen.Generator.Emit", "Microsoft.CodeAnalysis.CSharp.Syntax", "YamlDotNet"]
        },
        { "generator/ApiGen.Generator/Model", ["ApiGen.", "Microsoft.CodeAnalysis", "YamlDotNet"] },
        {
            "generator/ApiGen.Generator/Emit",
            [
                "ApiGen.Generator.Yaml", "ApiGen.Generator.Diagnostics", "ApiGen.Generator.Binding",
                "Microsoft.CodeAnalysis", "YamlDotNet",
            ]
        },
        {
            "generator/ApiGen.Generator/Diagnostics",
            [
                "ApiGen.Generator.Yaml", "ApiGen.Generator.Model", "ApiGen.Generator.Binding", "ApiGen.Generator.Emit",
                "YamlDotNet",
            ]
        },
        {
            "runtime/ApiGen.Runtime",
            [
                "ApiGen.Generator", "ApiGen.Sandbox",
                "Microsoft.Data", "Microsoft.Extensions", "Microsoft.AspNetCore", "OpenTelemetry", "StackExchange",
            ]
        },
        { "runtime/ApiGen.Runtime/OAuth", ["ApiGen."] },
        { "runtime/ApiGen.Runtime/Budgets", ["ApiGen."] },
        { "runtime/ApiGen.Runtime/SignIn", ["ApiGen.Budgets"] },
        {
            "runtime/ApiGen.Runtime.Sqlite",
            ["ApiGen.Generator", "ApiGen.Sandbox", "ApiGen.OAuth", "ApiGen.CompilerServices", "Microsoft.AspNetCore"]
        },
        {
            "runtime/ApiGen.Runtime.Redis",
            [
                "ApiGen.Generator", "ApiGen.Sandbox", "ApiGen.OAuth", "ApiGen.CompilerServices",
                "Microsoft.AspNetCore", "Microsoft.Data",
            ]
        },
        { "runtime/ApiGen.Sandbox", ["ApiGen.Generator", "ApiGen.OAuth", "Microsoft.Data"] },
    };

    /// <summary>A project, and all it may refer to.</summary>
    public static TheoryData<string, string[]> Projects => new()
    {
        { "generator/ApiGen.Generator", ["ApiGen.YamlIdentity"] },
        { "generator/ApiGen.YamlIdentity", [] },
        { "runtime/ApiGen.Runtime", [] },
        { "runtime/ApiGen.Runtime.Sqlite", ["ApiGen.Runtime"] },
        { "runtime/ApiGen.Runtime.Redis", ["ApiGen.Runtime"] },
        { "runtime/ApiGen.Sandbox", ["ApiGen.Runtime"] },
    };

    public static TheoryData<string> TopLevel => ["generator", "runtime", "specs", "tests", "samples"];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_knows_no_more_than_it_may(string room, string[] forbidden)
    {
        string[] files = [.. Sources(room)];
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.DoesNotContain(
            Usings(file),
            name => Array.Exists(
                forbidden,
                part => (name + ".").StartsWith(part.TrimEnd('.') + ".", StringComparison.Ordinal))));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_inward_only(string project, string[] allowed)
    {
        string file = Assert.Single(Directory.EnumerateFiles(RepositoryRoot.Combine(project), "*.csproj"));
        IEnumerable<string> references = ProjectReference()
            .Matches(File.ReadAllText(file))
            .Select(match => match.Groups[1].Value);
        Assert.Empty(references.Except(allowed));
    }

    [Fact]
    public void The_runtime_depends_on_no_package() => Assert.DoesNotContain(
        "PackageReference",
        File.ReadAllText(RepositoryRoot.Combine("runtime", "ApiGen.Runtime", "ApiGen.Runtime.csproj")),
        StringComparison.Ordinal);

    [Fact]
    public void Only_the_file_of_runtime_names_knows_the_runtime() => Assert.All(
        Sources("generator/ApiGen.Generator").Where(file => Path.GetFileName(file) != "RuntimeNames.cs"),
        file => Assert.DoesNotContain("global::ApiGen", File.ReadAllText(file), StringComparison.Ordinal));

    [Fact]
    public void The_top_level_is_what_the_design_names()
    {
        IEnumerable<string> folders = Directory.EnumerateDirectories(RepositoryRoot.Path)
            .Select(folder => Path.GetFileName(folder)!)
            .Where(name => !name.StartsWith('.') && name is not ("artifacts" or "TestResults"));
        Assert.Equal(["generator", "runtime", "samples", "specs", "tests"], folders.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Files_stay_small()
    {
        int[] lengths =
        [
            .. Sources("generator").Concat(Sources("runtime")).Select(file => File.ReadLines(file).Count()).Order(),
        ];
        Assert.InRange(lengths[lengths.Length / 2], 1, 100);
        Assert.InRange(lengths[lengths.Length * 9 / 10], 1, 200);
        Assert.InRange(lengths[^1], 1, 400);
    }

    [Theory]
    [MemberData(nameof(TopLevel))]
    public void Nothing_is_left_half_said(string folder) => Assert.All(
        Sources(folder),
        file => Assert.DoesNotMatch(LeftOver(), File.ReadAllText(file)));

    private static IEnumerable<string> Sources(string folder) => Directory
        .EnumerateFiles(RepositoryRoot.Combine(folder), "*.cs", SearchOption.AllDirectories)
        .Where(file => !BuildOutput().IsMatch(file) && !file.EndsWith("HouseTests.cs", StringComparison.Ordinal));

    private static IEnumerable<string> Usings(string file) => File
        .ReadLines(file)
        .Select(line => UsingDirective().Match(line))
        .Where(match => match.Success)
        .Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"^(?:global )?using (?:static )?(?:\w+ = )?([\w.]+);")]
    private static partial Regex UsingDirective();

    [GeneratedRegex("<ProjectReference Include=\"[^\"]*?([^/\\\\\"]+)\\.csproj\"")]
    private static partial Regex ProjectReference();

    [GeneratedRegex(@"[/\\](bin|obj)[/\\]|\.(verified|received)\.")]
    private static partial Regex BuildOutput();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException|^\s*#region", RegexOptions.Multiline)]
    private static partial Regex LeftOver();
}
