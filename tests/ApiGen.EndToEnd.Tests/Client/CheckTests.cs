using Twitter;

namespace ApiGen.EndToEnd.Tests.Client;

/// <summary>A call that breaks what its spec says of its arguments never begins.</summary>
public sealed class CheckTests
{
    [Fact]
    public async Task What_goes_together_is_given_together()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        TwitterClient twitter = sandbox.Client();

        await RefusesAsync<ArgumentException>(
            sandbox, "long", () => twitter.Statuses.UpdateAsync("Here.", lat: 37.78));
        await RefusesAsync<ArgumentException>(
            sandbox, "lat", () => twitter.Statuses.UpdateWithResponseAsync("Here.", @long: -122.4));

        await twitter.Statuses.UpdateAsync("Here.", lat: 37.78, @long: -122.4);
        await twitter.Statuses.UpdateAsync("Somewhere.");
        Assert.Equal(["-122.4", null], sandbox.Server.Requests.Select(r => r.Parameters.GetValueOrDefault("long")));
    }

    [Fact]
    public async Task What_excludes_each_other_is_not_given_together()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        TwitterClient twitter = sandbox.Client();

        ArgumentException refused = await RefusesAsync<ArgumentException>(
            sandbox, "userId", () => twitter.Friends.IdsAsync("twitterdev", 2244994945));

        Assert.StartsWith(
            "At most one of these can be given: screenName, userId. Given: screenName, userId.",
            refused.Message,
            StringComparison.Ordinal);
        await twitter.Friends.IdsAsync();
        await twitter.Friends.IdsAsync(userId: 2244994945);
        Assert.Equal(2, sandbox.Server.Requests.Count);
    }

    [Theory]
    [InlineData(5001)]
    [InlineData(int.MaxValue)]
    public async Task A_value_out_of_range_is_refused(int count)
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        TwitterClient twitter = sandbox.Client();

        ArgumentOutOfRangeException refused = await RefusesAsync<ArgumentOutOfRangeException>(
            sandbox, "count", () => twitter.Friends.IdsAsync("twitterdev", count: count));

        Assert.Equal(count, refused.ActualValue);
        Assert.StartsWith("The value must be at most 5000.", refused.Message, StringComparison.Ordinal);
        await twitter.Friends.IdsAsync("twitterdev", count: 5000);
    }

    [Fact]
    public async Task No_number_is_in_no_range()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        await RefusesAsync<ArgumentOutOfRangeException>(
            sandbox, "lat", () => sandbox.Client().Statuses.UpdateAsync("Here.", lat: double.NaN, @long: 0));
    }

    /// <summary>Makes a call that must throw before it returns a task, and cost nothing.</summary>
    private static async Task<TException> RefusesAsync<TException>(
        TwitterSandbox sandbox, string argument, Func<Task> call)
        where TException : ArgumentException
    {
        TException refused = Assert.Throws<TException>(argument, () => { _ = call(); });
        Assert.Empty(sandbox.Server.Requests);
        IReadOnlyList<BudgetState> budgets = await sandbox.Client().Budgets.ReadAsync();
        Assert.All(budgets, budget => Assert.Equal(0, budget.Used));
        return refused;
    }
}
