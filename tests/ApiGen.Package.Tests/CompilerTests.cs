namespace ApiGen.Package.Tests;

public sealed class CompilerTests(PackageFeed feed)
{
    [Fact]
    public async Task An_older_compiler_is_refused_with_one_error_that_names_the_one_needed()
    {
        var project = new ConsoleProject(feed, "OldCompiler", ["ApiGen"]).WithJournal()
            .Write("Program.cs", "Console.WriteLine(typeof(Journal.JournalClient));");

        var build = await project.BuildAsync("-p:CompilerApiVersion=roslyn4.14");

        string error = build.FailedWithOneError();
        Assert.Contains("APIGENSDK", error, StringComparison.Ordinal);
        Assert.Contains(".NET SDK 10", error, StringComparison.Ordinal);
        Assert.Contains("roslyn4.14", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_that_targets_an_older_framework_is_refused_at_restore()
    {
        var project = new ConsoleProject(
            feed, "OldFramework", ["ApiGen"],
            properties: "<OutputType>Library</OutputType><TargetFramework>netstandard2.0</TargetFramework>");

        var build = await project.BuildAsync();

        Assert.Contains("NU1202", build.FailedWithOneError(), StringComparison.Ordinal);
    }
}
