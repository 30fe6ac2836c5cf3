namespace ApiGen.Package.Tests;

public sealed class TwoGeneratorsTests(PackageFeed feed)
{
    [Fact]
    public async Task A_generator_with_another_YamlDotNet_and_this_one_each_run_on_their_own()
    {
        var project = new ConsoleProject(feed, "TwoGenerators", ["ApiGen", "OtherGenerator"]).WithJournal();
        project.Write("Program.cs", """
            Console.WriteLine($"{Other.YamlDotNet} read {Other.Documents} documents.");
            Console.WriteLine($"{typeof(Journal.JournalClient)} and {typeof(Journal.Entry)} are there.");
            """);

        string output = (await project.RunAsync()).Succeeded();

        Assert.Contains("YamlDotNet 13.0.0 read 4 documents.", output, StringComparison.Ordinal);
        Assert.Contains("Journal.JournalClient and Journal.Entry are there.", output, StringComparison.Ordinal);
    }
}
