using System.Text;
using ApiGen.Generator.Tests.Pipeline;
using Microsoft.CodeAnalysis.Text;

namespace ApiGen.Generator.Tests.Hostile;

/// <summary>
/// Each file in Cases, byte for byte, is a spec alone in its project; beside it stands what a build says of it and
/// which code it becomes. A difference leaves what was found as a .received.txt.
/// </summary>
public sealed class HostileFileTests
{
    private static readonly string Folder =
        RepositoryRoot.Combine("tests", "ApiGen.Generator.Tests", "Hostile", "Cases");

    public static TheoryData<string> Names =>
    [
        .. Directory.GetFiles(Folder, "*.yaml")
            .Select(path => Path.GetFileNameWithoutExtension(path)!)
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_hostile_file_becomes_sound_code_or_findings_at_their_places(string name)
    {
        await using FileStream file = File.OpenRead(Path.Combine(Folder, name + ".yaml"));
        var text = SourceText.From(file);
        var files = new SpecText[] { new(name + ".yaml", text) };
        IReadOnlyList<string> findings = await SpecOracle.CheckAsync(files);
        IEnumerable<string> code = new SpecDriver(files).Run().GeneratedSources.Select(source => source.HintName);

        string received = string.Concat(findings.Concat(code).Select(line => line + "\n"));
        string expectedPath = Path.Combine(Folder, name + ".verified.txt");
        string receivedPath = Path.Combine(Folder, name + ".received.txt");
        string? expected = File.Exists(expectedPath) ? await File.ReadAllTextAsync(expectedPath) : null;
        File.Delete(receivedPath);
        if (received != expected) await File.WriteAllTextAsync(receivedPath, received, new UTF8Encoding(false));
        Assert.Equal(expected, received);
    }
}
