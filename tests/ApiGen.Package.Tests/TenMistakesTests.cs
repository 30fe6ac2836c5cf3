namespace ApiGen.Package.Tests;

public sealed class TenMistakesTests(PackageFeed feed)
{
    private const string Endpoint = """
        of: Journal
        request: GET /entries.json
        auth: user

        """;

    /// <summary>By the name of a file: its text, and what a build says of it behind that name.</summary>
    private static readonly Dictionary<string, (string Text, string Error)> Mistakes = new()
    {
        ["key"] = (
            $"endpoint: entries/a\nreturn: json\n{Endpoint}returns: json\n",
            "(2,1): error APIGEN101: 'return' is not a key of an endpoint; did you mean 'returns'?"),
        ["missing"] = (
            $"endpoint: entries/b\n{Endpoint}",
            "(1,1): error APIGEN102: An endpoint needs 'returns'"),
        ["shape"] = (
            $"endpoint: entries/c\n{Endpoint}returns: json\n"
                + "limits:\n  - { per: user, count: 9, window: 1 fortnight }\n",
            "(7,36): error APIGEN103: 'window' must be a duration such as 30s, 15m, 24h or 7d, up to 366d"),
        ["value"] = (
            $"endpoint: entries/d\n{Endpoint}returns: json\nreplay: sfae\n",
            "(6,9): error APIGEN104: 'sfae' is not a value of 'replay', which is one of 'safe', 'never'; "
                + "did you mean 'safe'?"),
        ["name"] = (
            "type: entry\nof: Journal\nfields: { id: int64 }\n",
            "(1,7): error APIGEN201: 'entry' can't be a name here; "
                + "it must be a capital letter, then letters and digits"),
        ["clash"] = (
            "type: Page\nof: Journal\nfields: { next_page: string, nextPage: string }\n",
            "(3,30): error APIGEN202: 'nextPage' and 'next_page' would both be 'NextPage' in C#"),
        ["parameter"] = (
            $"endpoint: entries/e\n{Endpoint}returns: json\n".Replace(".json", "/{id}.json", StringComparison.Ordinal),
            "(3,10): error APIGEN205: 'id' is not a parameter of this endpoint"),
        ["example"] = (
            "type: Mood\nof: Journal\nfields: { level: int32 }\nexample: { level: sunny }\n",
            "(4,19): error APIGEN207: The example of 'level' must be a value of type int32"),
        ["type"] = (
            $"endpoint: entries/f\n{Endpoint}returns: Entri[]\n",
            "(5,10): error APIGEN302: No file describes the type 'Entri'; did you mean 'Entry'?"),
        ["yaml"] = (
            $"endpoint: entries/g\n{Endpoint}returns: json\nparameters: {{ id: {{ type: int64 }}\n",
            "(6,13): error APIGEN001: This is not valid YAML: "
                + "this bracket is not closed, or what follows it is not indented"),
    };

    [Fact]
    public async Task Ten_mistakes_in_ten_files_are_ten_errors_of_one_build_and_break_nothing_else()
    {
        var project = new ConsoleProject(feed, "TenMistakes", ["ApiGen"]).WithJournal().Write("Program.cs", """
            using Journal;

            static async Task<string> Copy(JournalClient journal) =>
                (await journal.Entries.CreateAsync((await journal.Entries.ReadAsync(7)).Text)).Text;
            Console.WriteLine(((Delegate)Copy).Method.ReturnType);
            """);
        foreach ((string name, (string text, _)) in Mistakes) project.Write($"specs/journal/wrong/{name}.yaml", text);

        IReadOnlyList<string> errors = (await project.BuildAsync()).FailedWithErrors();

        Assert.Equal(
            Mistakes.Select(mistake => mistake.Key + ".yaml" + mistake.Value.Error).Order(StringComparer.Ordinal),
            errors.Select(InFile).Order(StringComparer.Ordinal));
    }

    /// <summary>An error from the file's name on, without the address of its page.</summary>
    private static string InFile(string error) =>
        error[(error.LastIndexOf("wrong", StringComparison.Ordinal) + "wrong/".Length)..].Split(" (https://")[0];
}
