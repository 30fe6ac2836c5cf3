using System.Net;
using System.Net.Sockets;
using ApiGen.Sandbox;
using Twitter;
using SandboxServer = ApiGen.Sandbox.Sandbox;

namespace ApiGen.EndToEnd.Tests.Samples;

/// <summary>What goes wrong is said in one line, and the sample ends with 1.</summary>
public sealed class SentenceTests
{
    private static readonly SandboxAccount SomeAccount =
        new("some-consumer-key", "some-consumer-secret", "12-some-token", "some-token-secret");

    [Theory]
    [InlineData("AlreadyRequested", "You have already asked to follow @twitterdev.")]
    [InlineData("NoSuchUser", "There is no user @twitterdev.")]
    [InlineData("UserNotFound", "There is no user @twitterdev.")]
    [InlineData("FollowLimit", "This account may follow nobody more for now: The account may not follow more")]
    [InlineData("Blocked", "friendships/create was refused with 403, code 162 (Blocked): The user has blocked")]
    [InlineData("BadGateway", "friendships/create was refused with 502 (BadGateway): A gateway got no usable answer")]
    [InlineData("TimestampOutOfBounds", "The server finds this machine's clock wrong")]
    public async Task What_the_server_refuses(string failure, string sentence)
    {
        await using SandboxServer sandbox = await SandboxServer.StartAsync(TwitterClient.Api);
        using var sample = new FollowUserSample(sandbox.Address, sandbox.Account);
        sandbox.Next().Fails(failure);

        Assert.StartsWith(sentence, (await sample.RunAsync("twitterdev")).Failed(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_secret()
    {
        await using SandboxServer sandbox = await SandboxServer.StartAsync(TwitterClient.Api);
        SandboxAccount account = sandbox.Account with { TokenSecret = "another-secret" };
        using var sample = new FollowUserSample(sandbox.Address, account);

        Assert.Equal(
            "The server doesn't accept the credentials: check TWITTER_CONSUMER_KEY, TWITTER_CONSUMER_SECRET, " +
            "TWITTER_ACCESS_TOKEN, TWITTER_ACCESS_TOKEN_SECRET.",
            (await sample.RunAsync("twitterdev")).Failed());
        Assert.Equal(HttpStatusCode.Unauthorized, Assert.Single(sandbox.Requests).StatusCode);
    }

    [Fact]
    public async Task Nobody_who_listens()
    {
        Uri address = AddressWhereNobodyListens();
        using var sample = new FollowUserSample(address, SomeAccount);

        string sentence = (await sample.RunAsync("twitterdev")).Failed();

        Assert.StartsWith($"{address.Authority} can't be reached: ", sentence, StringComparison.Ordinal);
        Assert.EndsWith(" Nothing was sent, and nothing was counted.", sentence, StringComparison.Ordinal);
        Assert.Matches("400 per user in 24 h .* 0 +400 ", (await sample.RunAsync("--budget")).Succeeded());
    }

    [Fact]
    public async Task An_exhausted_budget()
    {
        await using SandboxServer sandbox = await SandboxServer.StartAsync(TwitterClient.Api);
        using var sample = new FollowUserSample(sandbox.Address, sandbox.Account);
        await UseUpAsync(sample.BudgetFile, sandbox.Account);

        string sentence = (await sample.RunAsync("twitterdev")).Failed();

        Assert.Matches(
            @"^friendships/create may be called 400 times per user in 24 h, and all are used\. " +
            @"The next slot frees at \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC, in 2[34] h.*\. Nothing was sent\.$",
            sentence);
        Assert.Empty(sandbox.Requests);
    }

    [Theory]
    [InlineData(
        "Set TWITTER_CONSUMER_SECRET, TWITTER_ACCESS_TOKEN_SECRET as well: an account has all four.",
        "TWITTER_CONSUMER_SECRET", "TWITTER_ACCESS_TOKEN_SECRET")]
    [InlineData(
        "Set TWITTER_CONSUMER_KEY, TWITTER_CONSUMER_SECRET, TWITTER_ACCESS_TOKEN, TWITTER_ACCESS_TOKEN_SECRET " +
        "as well: an account has all four.",
        "TWITTER_CONSUMER_KEY", "TWITTER_CONSUMER_SECRET", "TWITTER_ACCESS_TOKEN", "TWITTER_ACCESS_TOKEN_SECRET")]
    public async Task Half_a_configuration(string sentence, params string[] missing)
    {
        using var sample = new FollowUserSample(AddressWhereNobodyListens(), SomeAccount);
        foreach (string name in missing) sample.Environment[name] = null;

        Assert.Equal(sentence, (await sample.RunAsync("twitterdev")).Failed());
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("ftp://localhost")]
    [InlineData("http://localhost/?query")]
    public async Task An_address_that_is_none(string address)
    {
        using var sample = new FollowUserSample(AddressWhereNobodyListens(), SomeAccount);
        sample.Environment["TWITTER_BASE_URL"] = address;

        Assert.Equal(
            "TWITTER_BASE_URL must be an http or https address without query, such as http://localhost:8080.",
            (await sample.RunAsync("twitterdev")).Failed());
    }

    [Fact]
    public async Task A_budget_file_that_is_something_else()
    {
        await using SandboxServer sandbox = await SandboxServer.StartAsync(TwitterClient.Api);
        using var sample = new FollowUserSample(sandbox.Address, sandbox.Account);
        Directory.CreateDirectory(Path.GetDirectoryName(sample.BudgetFile)!);
        await File.WriteAllTextAsync(sample.BudgetFile, string.Concat(Enumerable.Repeat("Dear diary. ", 1000)));

        Assert.Equal(
            $"The file {sample.BudgetFile} isn't a budget file: name another file for budgets.",
            (await sample.RunAsync("twitterdev")).Failed());
        Assert.Empty(sandbox.Requests);
    }

    [Fact]
    public async Task A_budget_folder_that_can_not_be_made()
    {
        await using SandboxServer sandbox = await SandboxServer.StartAsync(TwitterClient.Api);
        using var sample = new FollowUserSample(sandbox.Address, sandbox.Account);
        await File.WriteAllTextAsync(Path.GetDirectoryName(sample.BudgetFile)!, "");

        Assert.StartsWith(
            $"The budget file {sample.BudgetFile} can't be opened or made: ",
            (await sample.RunAsync("twitterdev")).Failed(),
            StringComparison.Ordinal);
        Assert.Empty(sandbox.Requests);
    }

    private static Uri AddressWhereNobodyListens()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://{listener.LocalEndpoint}/");
    }

    /// <summary>Counts as many calls of a user in a file as its budgets hold.</summary>
    private static async Task UseUpAsync(string path, SandboxAccount account)
    {
        var options = new SqliteBudgetStoreOptions { Durability = SqliteDurability.ProcessKill };
        await using var store = new SqliteBudgetStore(path, options);
        var twitter = new TwitterClient(account.Credentials(), new ApiClientOptions { BudgetStore = store });
        IReadOnlyList<BudgetState> budgets = await twitter.Friendships.Budgets.Create.ReadAsync();
        BudgetClaim[] claims = [.. budgets.Select(budget => new BudgetClaim(budget.Key, budget.Limit))];
        for (int i = 0; i < budgets[0].Limit; i++)
        {
            BudgetDecision decision = await store.ReserveAsync(claims, TimeSpan.FromMinutes(1));
            await store.SettleAsync(decision.Reservation, BudgetOutcome.Completed);
        }
    }
}
