using System.Collections.Immutable;
using ApiGen.Generator.Tests.Pipeline;
using Microsoft.CodeAnalysis;

namespace ApiGen.Generator.Tests.Emit;

/// <summary>Who uses what a spec calls deprecated is warned, and nobody else.</summary>
public sealed class DeprecationTests
{
    [Fact]
    public void Whoever_uses_nothing_deprecated_compiles_without_warning() => Assert.Empty(Compile(
        """
        Bird found = await birds.Flock.FindAsync(1, loud: true);
        _ = found.Name + found.Eggs.Count;
        var eggs = await birds.Flock.HatchAsync();
        _ = new Bird { Name = "Kea", Eggs = eggs };
        _ = await birds.Flock.Budgets.Show.ReadAsync();
        """));

    [Theory]
    [InlineData("await birds.Flock.ShowAsync();", "flock/find. It is slow, and \"old\".")]
    [InlineData("await birds.Flock.ShowWithResponseAsync();", "Deprecated since 2023-02-09.")]
    [InlineData("await birds.Flock.FindAsync(\"Kea\");", "By name: Deprecated since 2020-01-01. Use id.")]
    [InlineData("_ = (await birds.Flock.FindAsync(1)).Nick;", "'Bird.Nick' is obsolete: 'Deprecated. Use Name.'")]
    [InlineData("_ = new Bird { Name = \"\", Eggs = [], Call = \"\" };", "Birds are silent now.")]
    [InlineData("global::System.Collections.Generic.IReadOnlyList<Egg>? eggs = null; _ = eggs;", "Use Bird.")]
    [InlineData("_ = Mood.Calm;", "'Mood' is obsolete: 'Deprecated since 2024-02-29.'")]
    public void Whoever_uses_something_deprecated_is_warned(string use, string reason)
    {
        Diagnostic warning = Assert.Single(Compile(use));
        Assert.Equal(("CS0618", "user.cs"), (warning.Id, warning.Location.GetLineSpan().Path));
        Assert.Contains(reason, warning.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_deprecated_in_one_file_brings_no_warning_into_the_code_of_another()
    {
        SpecText[] files =
        [
            .. SpecText.AllIn(Path.Combine(Case, "..", "overloads")),
            new("egg.yaml", "type: Egg\nof: Birds\ndeprecated: true\nfields: { size: double }"),
            new("nest.yaml", "type: Nest\nof: Birds\nfields: { eggs: \"Egg[]\", first: \"Egg?\", all: \"Egg{}\" }"),
            new("lay.yaml", "endpoint: flock/lay\nof: Birds\nrequest: POST /lay\nauth: user\nreturns: Egg"),
        ];
        Assert.Empty(new SpecDriver(files).Compile());
    }

    private static string Case =>
        RepositoryRoot.Combine("tests", "ApiGen.Generator.Tests", "Emit", "Cases", "deprecation");

    private static ImmutableArray<Diagnostic> Compile(string statements)
    {
        var driver = new SpecDriver(SpecText.AllIn(Case));
        driver.EditCSharp($$"""
            namespace User
            {
                using Birds;

                public static class Program
                {
                    public static async global::System.Threading.Tasks.Task UseAsync(BirdsClient birds)
                    {
                        await global::System.Threading.Tasks.Task.Yield();
                        {{statements}}
                    }
                }
            }
            """);
        return driver.Compile();
    }
}
