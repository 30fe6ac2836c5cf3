using ApiGen.Generator.Tests.Pipeline;
using Microsoft.CodeAnalysis;

namespace ApiGen.Generator.Tests.Emit;

/// <summary>What a call needs is in the types: a program that lacks it doesn't compile.</summary>
public sealed class AuthModeTests
{
    private const string NoSuchMember = "CS1061";
    private const string WrongArgument = "CS1503";

    [Theory]
    [InlineData("app.Friendships")]
    [InlineData("app.Users.CreateAsync(1)")]
    public void What_needs_a_user_does_not_exist_on_the_clients_of_the_app(string call) =>
        Assert.Equal([NoSuchMember], ErrorsOf($"void F(TwitterAppClient app) => _ = {call};"));

    [Theory]
    [InlineData("user.Friendships.CreateAsync(1)")]
    [InlineData("user.Users.ShowAsync(1)")]
    [InlineData("app.Users.ShowAsync(1)")]
    [InlineData("any.ShowAsync(1)")]
    [InlineData("user.Users.Budgets.Show.ReadAsync()")]
    [InlineData("app.Users.Budgets.Show.ReadAsync()")]
    [InlineData("new TwitterClient(one)")]
    [InlineData("user.For(one)")]
    [InlineData("new TwitterAppClient(token)")]
    [InlineData("new TwitterAppClient(TwitterAppClient.SignIn(\"key\", \"secret\"))")]
    public void What_a_client_can_do_compiles(string call) => Assert.Empty(ErrorsOf(
        "void F(TwitterClient user, TwitterAppClient app, TwitterAnyUsers any, OAuth1Credentials one, AppToken token) "
        + $"=> _ = {call};"));

    [Theory]
    [InlineData("new TwitterClient(token)")]
    [InlineData("new TwitterAppClient(one)")]
    [InlineData("user.For(token)")]
    public void Credentials_of_the_wrong_kind_do_not_compile(string call) => Assert.Equal(
        [WrongArgument], ErrorsOf($"void F(TwitterClient user, OAuth1Credentials one, AppToken token) => _ = {call};"));

    [Fact]
    public void What_only_the_app_may_do_does_not_exist_on_the_clients_of_users()
    {
        var driver = new SpecDriver(
            SpecText.AllIn(RepositoryRoot.Combine("tests", "ApiGen.Generator.Tests", "Emit", "Cases", "auth")));
        driver.EditCSharp("""
            class Program
            {
                void Right(Birds.BirdsAppClient app) => _ = app.Flock.CensusAsync();
                void Wrong(Birds.BirdsClient user) => _ = user.Flock.CensusAsync();
                void Other(Birds.BirdsAppClient app) => _ = app.Flock.JoinAsync();
            }
            """);

        Assert.Equal([NoSuchMember, NoSuchMember], driver.Compile().Select(error => error.Id));
    }

    private static IEnumerable<string> ErrorsOf(string member)
    {
        var driver = new SpecDriver(SpecText.AllIn(RepositoryRoot.Combine("specs")));
        driver.EditCSharp($"using ApiGen.OAuth; using Twitter; class Program {{ {member} }}");
        return driver.Compile().Where(found => found.Severity == DiagnosticSeverity.Error).Select(found => found.Id);
    }
}
