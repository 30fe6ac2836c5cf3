namespace ApiGen.Package.Tests;

public sealed class ItemTests(PackageFeed feed)
{
    [Fact]
    public async Task Every_yaml_file_under_specs_is_a_spec_and_listed_as_nothing_else()
    {
        var project = Project("Items").Write("specs/a.yaml", "").Write("specs/deep/b.yml", "").Write("other.yaml", "");

        var items = await project.ItemsAsync("ApiSpec", "AdditionalFiles", "Watch", "None");

        string[] specs = ["specs/a.yaml", "specs/deep/b.yml"];
        Assert.Equal(specs, items["ApiSpec"]);
        Assert.Equal(specs, items["AdditionalFiles"]);
        Assert.Equal(specs, items["Watch"]);
        Assert.Equal(["other.yaml"], items["None"]);
        Assert.Equal(["ApiSpec", "ApiSpec"], items.Values("AdditionalFiles", "SourceItemType"));
    }

    [Fact]
    public async Task A_project_may_add_specs_from_elsewhere_and_leave_some_out()
    {
        var project = Project("AddedItems", """
            <ApiSpec Include="../shared/**/*.yaml" />
            <ApiSpec Remove="specs/draft.yaml" />
            """)
            .Write("specs/a.yaml", "").Write("specs/draft.yaml", "").Write("../shared/deep/c.yaml", "");

        var items = await project.ItemsAsync("AdditionalFiles");

        Assert.Equal(["../shared/deep/c.yaml", "specs/a.yaml"], items["AdditionalFiles"]);
    }

    [Fact]
    public async Task A_project_that_turns_the_default_specs_off_has_none()
    {
        var project = Project("NoItems", properties: "<EnableDefaultApiSpecItems>false</EnableDefaultApiSpecItems>")
            .Write("specs/a.yaml", "");

        var items = await project.ItemsAsync("ApiSpec", "None");

        Assert.Empty(items["ApiSpec"]);
        Assert.Equal(["specs/a.yaml"], items["None"]);
    }

    [Fact]
    public async Task The_namespaces_of_the_runtime_are_in_reach_only_where_implicit_usings_are_on()
    {
        var on = await Project("Usings").ItemsAsync("Using");
        var off = await Project("NoUsings", properties: "<ImplicitUsings>disable</ImplicitUsings>").ItemsAsync("Using");

        string[] expected = ["ApiGen", "ApiGen.Budgets", "ApiGen.OAuth", "ApiGen.SignIn"];
        Assert.Equal(expected, on["Using"].Where(name => name.StartsWith("ApiGen", StringComparison.Ordinal)));
        Assert.Empty(off["Using"]);
    }

    [Fact]
    public async Task A_spec_can_be_copied_to_the_output_in_either_of_the_usual_ways()
    {
        var project = Project("CopiedItems", """
            <None Update="specs/none.yaml" CopyToOutputDirectory="PreserveNewest" />
            <ApiSpec Update="specs/spec.yaml" CopyToOutputDirectory="PreserveNewest" />
            """)
            .Write("Program.cs", "return;")
            .Write("specs/none.yaml", JournalSpecs.Api)
            .Write("specs/spec.yaml", JournalSpecs.Create);

        (await project.BuildAsync()).Succeeded();

        Assert.True(project.HasOutput("specs/none.yaml"));
        Assert.True(project.HasOutput("specs/spec.yaml"));
    }

    private ConsoleProject Project(string name, string items = "", string properties = "") =>
        new(feed, name, ["ApiGen"], items, properties);
}
