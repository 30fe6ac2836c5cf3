using Twitter;

namespace FollowUser;

/// <summary>Follows a user, or shows the budgets, and says how it went.</summary>
internal static class FollowCommand
{
    public static async Task<int> RunAsync(FollowRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await using TwitterConnection connection = await TwitterConnection.OpenAsync(cancellationToken);
            Console.WriteLine(connection.Description);
            Console.WriteLine();
            if (!request.BudgetOnly) await FollowAsync(connection.Client, request, cancellationToken);
            IReadOnlyList<BudgetState> budgets = request.BudgetOnly
                ? await connection.Client.Budgets.ReadAsync(cancellationToken)
                : await connection.Client.Friendships.Budgets.Create.ReadAsync(cancellationToken);
            BudgetTable.Print(budgets, TimeProvider.System.GetUtcNow());
            return 0;
        }
        catch (Exception exception) when (Sentence.Of(exception, request) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 1;
        }
    }

    private static async Task FollowAsync(
        TwitterClient twitter, FollowRequest request, CancellationToken cancellationToken)
    {
        User user = request.UserId is { } id
            ? await twitter.Friendships.CreateAsync(id, follow: request.Notify, cancellationToken)
            : await twitter.Friendships.CreateAsync(request.ScreenName!, follow: request.Notify, cancellationToken);
        string notifications = request.Notify ? "with notifications" : "without notifications";
        Console.WriteLine($"You now follow {user.Name} (@{user.ScreenName}, {user.Id}), {notifications}.");
        Console.WriteLine();
    }
}
