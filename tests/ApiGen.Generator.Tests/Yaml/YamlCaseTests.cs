namespace ApiGen.Generator.Tests.Yaml;

/// <summary>
/// Each file in Cases is read, and all that the reader says of it is compared with the .expected.txt of the same name.
/// A difference leaves what was read beside it as a .received.txt.
/// </summary>
public sealed class YamlCaseTests
{
    private static readonly string Folder =
        Path.Combine(RepositoryRoot.Path, "tests", "ApiGen.Generator.Tests", "Yaml", "Cases");

    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(Folder, "*.yaml").Select(path => Path.GetFileNameWithoutExtension(path)!).Order()];

    public static IEnumerable<string> AllTexts => Directory.GetFiles(Folder, "*.yaml").Order().Select(File.ReadAllText);

    public static string TextOf(string name) => File.ReadAllText(Path.Combine(Folder, name + ".yaml"));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_is_read_as_expected(string name)
    {
        string received = YamlDump.Of(TextOf(name));
        string expectedPath = Path.Combine(Folder, name + ".expected.txt");
        string expected = File.Exists(expectedPath) ? File.ReadAllText(expectedPath) : "";
        if (received != expected)
            File.WriteAllText(Path.Combine(Folder, name + ".received.txt"), received);

        Assert.Equal(expected, received);
    }
}
