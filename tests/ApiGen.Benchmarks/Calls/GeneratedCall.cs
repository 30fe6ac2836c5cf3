using Twitter;

namespace ApiGen.Benchmarks.Calls;

/// <summary>The subject itself: the generated client, with the limits of its spec.</summary>
internal sealed class GeneratedCall
{
    private readonly BudgetDays _clock = new();
    private readonly TwitterClient _client;

    public GeneratedCall(HttpMessageHandler? transport, Uri? server) =>
        _client = new TwitterClient(Account.Credentials, new ApiClientOptions
        {
            BaseAddress = server,
            PrimaryHandler = transport,
            BudgetStore = new MemoryBudgetStore(_clock),
        });

    public Task<User> FollowAsync()
    {
        _clock.Next();
        return _client.Friendships.CreateAsync(2244994945, follow: true);
    }
}
