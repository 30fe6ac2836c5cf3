namespace ApiGen.Package.Tests;

public sealed class SpecEditTests(PackageFeed feed)
{
    private const string CreateSpec = "specs/journal/entries/create.yaml";

    [Fact]
    public async Task A_parameter_added_to_a_spec_is_usable_after_the_next_build()
    {
        var project = new ConsoleProject(feed, "AddedParameter", ["ApiGen"]).WithJournal().Write("Program.cs", """
            using Journal;

            static Task<Entry> Write(JournalClient journal) => journal.Entries.CreateAsync("Dear diary", mood: "sunny");
            Console.WriteLine(((Delegate)Write).Method.ReturnType);
            """);

        string error = (await project.BuildAsync()).FailedWithOneError();
        Assert.Contains("CS1739", error, StringComparison.Ordinal);

        project.Write(CreateSpec, JournalSpecs.Create.Replace(
            "\nreturns", "\n  mood: { type: string, example: sunny }\nreturns", StringComparison.Ordinal));
        (await project.BuildAsync()).Succeeded();
    }

    [Fact]
    public async Task A_typo_is_reported_at_its_line_and_column_and_the_other_specs_keep_their_methods()
    {
        var project = new ConsoleProject(feed, "Typo", ["ApiGen"]).WithJournal()
            .Write(CreateSpec, JournalSpecs.Create.Replace("required", "requird", StringComparison.Ordinal))
            .Write("Program.cs", """
                using Journal;

                static Task<Entry> Read(JournalClient journal) => journal.Entries.ReadAsync(7);
                Console.WriteLine(((Delegate)Read).Method.ReturnType);
                """);

        string error = (await project.BuildAsync()).FailedWithOneError();

        const string Finding = "create.yaml(9,25): error APIGEN101: 'requird' is not a key of a parameter; did you mean 'required'?";
        Assert.Contains(Finding, error, StringComparison.Ordinal);
    }
}
