using Microsoft.CodeAnalysis;

namespace ApiGen.Generator.Tests.Pipeline;

/// <summary>What an edit makes run again, step by step, over the whole of Twitter's specs.</summary>
public sealed class IncrementalTests
{
    private const string Create = "twitter/friendships/create.yaml";
    private const string User = "twitter/types/user.yaml";
    private const string Destroy = "twitter/friendships/destroy.yaml";

    private readonly SpecDriver _driver = new(SpecText.AllIn(RepositoryRoot.Combine("specs")).Append(Sibling()));

    public IncrementalTests() => _driver.Run();

    [Fact]
    public void An_edit_of_CSharp_runs_nothing_again()
    {
        _driver.EditCSharp("class C { }");
        GeneratorRunResult result = _driver.Run();
        Assert.All(
            result.TrackedSteps
                .Where(step => IsOurs(step.Key))
                .SelectMany(step => step.Value)
                .SelectMany(run => run.Outputs),
            output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
        AssertSources(result, IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void New_objects_for_the_same_texts_bind_nothing_again()
    {
        _driver.ReloadSpecs();
        GeneratorRunResult result = _driver.Run();
        AssertNoneModified(
            result, StepNames.Discover, StepNames.Bind, StepNames.Names, StepNames.Catalog, StepNames.Resolve);
        AssertSources(result, IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void A_comment_changes_no_model()
    {
        _driver.EditSpec(Create, text => "# Found by reading the docs.\n" + text);
        GeneratorRunResult result = _driver.Run();
        AssertModified(result, StepNames.Discover, 1);
        AssertNoneModified(result, StepNames.Bind, StepNames.Names, StepNames.Catalog, StepNames.Resolve);
        AssertSources(result, IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void Another_order_of_a_documents_keys_changes_no_model()
    {
        _driver.EditSpec(
            Create, text => text.Replace("auth: user", "").Replace("of: Twitter", "auth: user\nof: Twitter"));
        GeneratorRunResult result = _driver.Run();
        AssertNoneModified(result, StepNames.Bind, StepNames.Names, StepNames.Catalog, StepNames.Resolve);
        AssertSources(result, IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void An_edit_of_one_endpoint_prints_one_file()
    {
        _driver.EditSpec(Create, text => text.Replace("count: 400", "count: 399"));
        GeneratorRunResult result = _driver.Run();
        AssertModified(result, StepNames.Bind, 1);
        AssertNoneModified(result, StepNames.Names, StepNames.Catalog);
        AssertModified(result, StepNames.Resolve, 1);
        AssertOneSourceModified(result);
    }

    [Fact]
    public void An_edit_of_a_type_prints_one_file()
    {
        _driver.EditSpec(User, text => text.Replace("summary: The account's ID;", "summary: The account's number;"));
        GeneratorRunResult result = _driver.Run();
        AssertNoneModified(result, StepNames.Names, StepNames.Catalog);
        AssertOneSourceModified(result);
    }

    [Fact]
    public void A_type_that_uses_another_prints_one_file()
    {
        _driver.EditSpec(User, text => text.Replace("fields:\n", "fields:\n  area: Place?\n"));
        GeneratorRunResult result = _driver.Run();
        AssertModified(result, StepNames.Catalog, 1);
        AssertOneSourceModified(result);
    }

    [Fact]
    public void An_edit_of_a_pool_prints_the_API_and_the_calls_that_draw_on_it()
    {
        _driver.EditSpec("twitter/api.yaml", text => text.Replace("count: 300", "count: 299"));
        GeneratorRunResult result = _driver.Run();
        AssertModified(result, StepNames.Names, 1);
        AssertModified(result, StepNames.Catalog, 1);
        AssertModified(result, StepNames.Resolve, 3);
    }

    [Fact]
    public void An_edit_of_what_a_pool_counts_prints_the_API_alone()
    {
        _driver.EditSpec("twitter/api.yaml", text => text.Replace("Tweets and retweets together", "All that is sent"));
        GeneratorRunResult result = _driver.Run();
        AssertNoneModified(result, StepNames.Names, StepNames.Catalog);
        AssertOneSourceModified(result);
    }

    [Fact]
    public void A_new_endpoint_prints_itself_and_the_client()
    {
        _driver.AddSpec(new SpecText(
            "twitter/friendships/other.yaml", Sibling().Content.Replace("/destroy", "/other")));
        GeneratorRunResult result = _driver.Run();
        AssertModified(result, StepNames.Catalog, 1);
        AssertModified(result, StepNames.Resolve, 2);
    }

    [Fact]
    public void A_file_that_breaks_takes_down_no_other()
    {
        string[] before = [.. _driver.Run().GeneratedSources.Select(source => source.HintName)];
        _driver.EditSpec(Create, text => "]\n" + text);
        string[] after = [.. _driver.Run().GeneratedSources.Select(source => source.HintName)];
        Assert.Equal(["Twitter.Friendships.Create.g.cs"], before.Except(after));
        Assert.Empty(after.Except(before));
        Assert.Contains("Twitter.Friendships.Destroy.g.cs", after);
    }

    [Fact]
    public void A_clean_run_and_an_incremental_one_print_the_same_bytes()
    {
        _driver.EditSpec(Create, text => text.Replace("count: 400", "count: 399"));
        _driver.EditSpec(Destroy, text => text.Replace("destroy", "remove"));
        var clean = new SpecDriver(SpecText.AllIn(RepositoryRoot.Combine("specs")).Append(Sibling()).Reverse());
        clean.EditSpec(Create, text => text.Replace("count: 400", "count: 399"));
        clean.EditSpec(Destroy, text => text.Replace("destroy", "remove"));
        Assert.Equal(Print(clean.Run()), Print(_driver.Run()));
    }

    [Fact]
    public void Every_step_is_tracked_under_its_name()
    {
        string[] names = [StepNames.Discover, StepNames.Bind, StepNames.Names, StepNames.Catalog, StepNames.Resolve];
        Assert.Empty(names.Except(_driver.Run().TrackedSteps.Keys));
    }

    private static SpecText Sibling() => new(Destroy, """
        endpoint: friendships/destroy
        of: Twitter
        request: POST /1.1/friendships/destroy.json
        auth: user
        parameters:
          user_id: { type: int64, required: true }
        returns: User
        """);

    private static bool IsOurs(string step) => typeof(StepNames).GetField(step) is not null;

    private static IncrementalStepRunReason[] ReasonsOf(GeneratorRunResult result, string step) =>
        [.. result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason)];

    private static void AssertModified(GeneratorRunResult result, string step, int count) =>
        Assert.Equal(count, ReasonsOf(result, step).Count(
            reason => reason is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New));

    private static void AssertNoneModified(GeneratorRunResult result, params string[] steps) =>
        Assert.All(steps, step => Assert.DoesNotContain(
            ReasonsOf(result, step),
            reason => reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)));

    private static IncrementalStepRunReason[] SourceReasons(GeneratorRunResult result) =>
    [
        .. result.TrackedOutputSteps
            .SelectMany(step => step.Value)
            .SelectMany(run => run.Outputs)
            .Select(output => output.Reason),
    ];

    private static void AssertSources(GeneratorRunResult result, IncrementalStepRunReason reason)
    {
        Assert.NotEmpty(SourceReasons(result));
        Assert.All(SourceReasons(result), found => Assert.Equal(reason, found));
    }

    private static void AssertOneSourceModified(GeneratorRunResult result)
    {
        IncrementalStepRunReason[] reasons = SourceReasons(result);
        Assert.Single(reasons, reason => reason == IncrementalStepRunReason.Modified);
        Assert.Equal(reasons.Length - 1, reasons.Count(reason => reason == IncrementalStepRunReason.Cached));
    }

    private static IEnumerable<string> Print(GeneratorRunResult result) => result.GeneratedSources
        .OrderBy(source => source.HintName, StringComparer.Ordinal)
        .Select(source => $"{source.HintName}\n{source.SourceText}");
}
