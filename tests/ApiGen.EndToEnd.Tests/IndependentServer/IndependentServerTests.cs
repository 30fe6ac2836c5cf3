using System.Net;
using ApiGen.EndToEnd.Tests.Samples;
using ApiGen.Sandbox;
using Twitter;

namespace ApiGen.EndToEnd.Tests.IndependentServer;

public sealed class IndependentServerTests
{
    [Theory]
    [InlineData("twitterdev")]
    [InlineData("日本 +!*'()~%20")]
    [InlineData("a&b=c;d#e?f/g")]
    public async Task The_sample_is_accepted_by_a_server_that_computes_signatures_its_own_way(string screenName)
    {
        await using NodeServer server = await NodeServer.StartAsync();
        using var sample = new FollowUserSample(server.Address, NodeServer.Account);

        SampleRun run = await sample.RunAsync(screenName);

        Assert.Contains($"(@{screenName}, ", run.Succeeded(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_of_all_sorts_of_characters_arrive_as_they_were_given()
    {
        await using NodeServer server = await NodeServer.StartAsync();
        TwitterClient twitter = Client(server, NodeServer.Account);
        var random = new Random(1);

        for (int i = 0; i < 350; i++)
        {
            string name = RandomText.Of(random, random.Next(1, 20));
            User user = await twitter.Friendships.CreateAsync(name, follow: i % 3 == 0 ? null : i % 3 == 1);
            Assert.Equal(name, user.ScreenName);
        }

        User byId = await twitter.Friendships.CreateAsync(userId: long.MaxValue, follow: true);
        Assert.Equal("TwitterDev", byId.ScreenName);
    }

    [Theory]
    [InlineData("another", "s3cret&of=user")]
    [InlineData("s3cret+of/app", "another")]
    public async Task A_wrong_secret_is_refused(string consumerSecret, string tokenSecret)
    {
        await using NodeServer server = await NodeServer.StartAsync();
        TwitterClient twitter =
            Client(server, NodeServer.Account with { ConsumerSecret = consumerSecret, TokenSecret = tokenSecret });

        var failure = await Assert.ThrowsAsync<ApiException>(() => twitter.Friendships.CreateAsync("twitterdev"));

        Assert.Equal(HttpStatusCode.Unauthorized, failure.StatusCode);
        Assert.StartsWith("The signature is ", failure.ServerMessage, StringComparison.Ordinal);
    }

    private static TwitterClient Client(NodeServer server, SandboxAccount account) => new(
        account.Credentials(),
        new ApiClientOptions { BaseAddress = server.Address, BudgetStore = new MemoryBudgetStore() });
}
