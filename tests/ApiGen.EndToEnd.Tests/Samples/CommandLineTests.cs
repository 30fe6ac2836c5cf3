using ApiGen.Sandbox;
using Twitter;
using SandboxServer = ApiGen.Sandbox.Sandbox;

namespace ApiGen.EndToEnd.Tests.Samples;

public sealed class CommandLineTests
{
    private const string NameOne =
        "Name one user to follow, by screen name or by --user-id; or ask for --budget alone.";

    [Fact]
    public async Task Without_configuration_it_follows_in_a_sandbox_and_counts_from_run_to_run()
    {
        using var sample = new FollowUserSample();

        string first = (await sample.RunAsync("twitterdev")).Succeeded();
        string second = (await sample.RunAsync("twitterdev")).Succeeded();

        Assert.Contains("You now follow Twitter Dev (@twitterdev, 2244994945)", first, StringComparison.Ordinal);
        Assert.Matches(@"400 per user in 24 h .* 1 +399 ", first);
        Assert.Matches(@"1000 per app in 24 h .* 1 +999 ", first);
        Assert.Matches(@"400 per user in 24 h .* 2 +398 ", second);
        Assert.Matches(@"1000 per app in 24 h .* 2 +998 ", second);
        Assert.True(File.Exists(sample.BudgetFile));
    }

    [Fact]
    public async Task With_an_account_and_an_address_it_follows_there()
    {
        await using SandboxServer sandbox = await SandboxServer.StartAsync(TwitterClient.Api);
        using var sample = new FollowUserSample(sandbox.Address, sandbox.Account);

        string output = (await sample.RunAsync("@twitterdev")).Succeeded();

        Assert.Contains($"Calling {sandbox.Address.Authority}.", output, StringComparison.Ordinal);
        SandboxRequest request = Assert.Single(sandbox.Requests);
        Assert.Equal("/1.1/friendships/create.json?follow=true&screen_name=twitterdev", request.Target);
        Assert.Equal(sandbox.Account.ConsumerKey, request.App);
    }

    [Fact]
    public async Task Who_is_followed_can_be_said_by_number_and_notifications_left_off()
    {
        await using SandboxServer sandbox = await SandboxServer.StartAsync(TwitterClient.Api);
        using var sample = new FollowUserSample(sandbox.Address, sandbox.Account);

        string output = (await sample.RunAsync("--user-id", "2244994945", "--no-notify")).Succeeded();

        Assert.Contains("2244994945), without notifications.", output, StringComparison.Ordinal);
        Assert.Equal(
            "/1.1/friendships/create.json?follow=false&user_id=2244994945", Assert.Single(sandbox.Requests).Target);
    }

    [Fact]
    public async Task Budgets_are_shown_and_nothing_is_sent()
    {
        await using SandboxServer sandbox = await SandboxServer.StartAsync(TwitterClient.Api);
        using var sample = new FollowUserSample(sandbox.Address, sandbox.Account);

        string output = (await sample.RunAsync("--budget")).Succeeded();

        Assert.Matches("400 per user in 24 h .* 0 +400  all are free", output);
        Assert.Matches("1000 per app in 24 h .* 0 +1000  all are free", output);
        Assert.Matches("15 per user in 15 min .* 0 +15  all are free", output);
        Assert.Matches(@"  Tweets\s+300 per user in 3 h .* 0 +300  all are free\s+300 per app in 3 h ", output);
        Assert.Empty(sandbox.Requests);
    }

    [Fact]
    public async Task Help_names_every_option_and_variable_and_the_file()
    {
        using var sample = new FollowUserSample();

        string help = (await sample.RunAsync("--help")).Succeeded();

        string[] named =
        [
            "--user-id", "--no-notify", "--budget", "--help", "TWITTER_CONSUMER_KEY", "TWITTER_CONSUMER_SECRET",
            "TWITTER_ACCESS_TOKEN", "TWITTER_ACCESS_TOKEN_SECRET", "TWITTER_BASE_URL", sample.BudgetFile,
        ];
        Assert.All(named, name => Assert.Contains(name, help, StringComparison.Ordinal));
        Assert.False(File.Exists(sample.BudgetFile));
    }

    [Theory]
    [InlineData("There is no option '--nonotify'.", "--nonotify")]
    [InlineData(NameOne, "a", "--user-id", "1")]
    [InlineData(NameOne, "a", "--budget")]
    [InlineData(NameOne, "--no-notify")]
    [InlineData("A user id is a number, such as 2244994945.", "--user-id", "twitterdev")]
    [InlineData("The screen name is empty.", "@")]
    public async Task A_command_line_that_makes_no_sense_is_told_what_is_wrong_with_it(
        string sentence, params string[] arguments)
    {
        await using SandboxServer sandbox = await SandboxServer.StartAsync(TwitterClient.Api);
        using var sample = new FollowUserSample(sandbox.Address, sandbox.Account);

        Assert.Equal(sentence, (await sample.RunAsync(arguments)).Failed());
        Assert.Empty(sandbox.Requests);
    }

    [Fact]
    public async Task Without_arguments_it_explains_itself()
    {
        using var sample = new FollowUserSample();

        SampleRun run = await sample.RunAsync();

        Assert.Equal(NameOne, run.Failed());
        Assert.Contains("--user-id <user-id>", run.Output, StringComparison.Ordinal);
    }
}
