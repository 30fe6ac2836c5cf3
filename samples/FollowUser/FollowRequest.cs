namespace FollowUser;

/// <summary>What the command line asks for: one of the two names, or neither to see the budgets only.</summary>
internal sealed record FollowRequest(string? ScreenName, long? UserId, bool Notify, bool BudgetOnly)
{
    public override string ToString() => ScreenName is null ? $"user {UserId}" : $"@{ScreenName}";
}
