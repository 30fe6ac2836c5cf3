using Twitter;

namespace ApiGen.EndToEnd.Worker;

/// <summary>Follows one user again and again, until the budget in a file is used up.</summary>
internal sealed class Follower(Uri address, string budgetFile, string screenName)
{
    /// <summary>Keeps calls under way, and returns how many were answered when there are no more to be had.</summary>
    public async Task<int> FollowUntilExhaustedAsync(int concurrency)
    {
        await using SqliteBudgetStore budgets = new(budgetFile);
        var twitter = new TwitterClient(
            new OAuth1Credentials(
                Setting("TWITTER_CONSUMER_KEY"),
                Setting("TWITTER_CONSUMER_SECRET"),
                Setting("TWITTER_ACCESS_TOKEN"),
                Setting("TWITTER_ACCESS_TOKEN_SECRET")),
            new ApiClientOptions { BaseAddress = address, BudgetStore = budgets });
        int[] answered = await Task.WhenAll(Enumerable.Range(0, concurrency).Select(_ => FollowInTurnAsync(twitter)));
        return answered.Sum();
    }

    private async Task<int> FollowInTurnAsync(TwitterClient twitter)
    {
        for (int answered = 0; ; answered++)
        {
            try
            {
                await twitter.Friendships.CreateAsync(screenName);
            }
            catch (BudgetExhaustedException)
            {
                return answered;
            }
        }
    }

    private static string Setting(string name) =>
        Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set.");
}
