namespace FollowUser;

/// <summary>The file in which calls are counted, where the system keeps a user's own data.</summary>
internal static class BudgetFile
{
    public static string Path { get; } = System.IO.Path.Combine(
        Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "FollowUser",
        "budgets.db");
}
