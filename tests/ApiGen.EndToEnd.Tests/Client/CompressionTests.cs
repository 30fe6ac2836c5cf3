using Twitter;

namespace ApiGen.EndToEnd.Tests.Client;

public sealed class CompressionTests
{
    public static TheoryData<string?, Func<byte[], byte[]>> Codings => new()
    {
        { null, body => body },
        { "identity", body => body },
        { "gzip", CodingServer.Gzip },
        { "GZIP", CodingServer.Gzip },
    };

    [Theory]
    [MemberData(nameof(Codings))]
    public async Task An_answer_is_read_as_it_is_or_in_the_coding_that_was_asked_for(string? coding, Func<byte[], byte[]> encode)
    {
        using var server = new CodingServer(coding, encode);
        TwitterClient client = ClientOf(server);

        User user = await client.Friendships.CreateAsync("twitterdev");
        ApiResponse<User> response = await client.Friendships.CreateWithResponseAsync("twitterdev");

        Assert.Equal(2244994945, user.Id);
        Assert.Equal(user.Description, response.Value.Description);
        Assert.Equal(["gzip", "gzip"], server.Accepted);
    }

    [Fact]
    public async Task An_answer_that_is_not_coded_as_it_says_may_have_had_effect()
    {
        using var server = new CodingServer("gzip", body => body);

        var failure = await Assert.ThrowsAsync<ApiException>(
            () => ClientOf(server).Friendships.CreateAsync("twitterdev"));

        Assert.Equal(FailureMeaning.OutcomeUnknown, failure.Means);
    }

    [Fact]
    public async Task A_retry_asks_for_the_same_coding_once()
    {
        using var server = new CodingServer("gzip", CodingServer.Gzip);
        using var twice = new Twice();
        TwitterClient client = ClientOf(server, options => options.OuterHandlers.Add(twice));

        await client.Friendships.CreateAsync("twitterdev");

        Assert.Equal(["gzip", "gzip"], server.Accepted);
    }

    private static TwitterClient ClientOf(CodingServer server, Action<ApiClientOptions>? configure = null)
    {
        var options = new ApiClientOptions { BaseAddress = server.Address, BudgetStore = new MemoryBudgetStore() };
        configure?.Invoke(options);
        return new TwitterClient(new OAuth1Credentials("key", "secret", "1-token", "token secret"), options);
    }

    /// <summary>Sends every request twice.</summary>
    private sealed class Twice : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (await base.SendAsync(request, cancellationToken)).Dispose();
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
