using System.Globalization;

namespace FollowUser;

/// <summary>Prints budgets for a person: how full each is, what is left, and when more frees.</summary>
internal static class BudgetTable
{
    private const int BarWidth = 24;

    public static void Print(IReadOnlyList<BudgetState> budgets, DateTimeOffset now)
    {
        Console.WriteLine($"  {"Budget",-22}  {"",BarWidth}  {"used",5}  {"left",5}  next slot frees");
        foreach (BudgetState budget in budgets)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {Name(budget),-22}  {Bar(budget)}  {budget.Used,5}  {budget.Remaining,5}  {Next(budget, now)}"));
        }
    }

    private static string Name(BudgetState budget)
    {
        string scope = budget.Key.Scope == BudgetScope.User ? "user" : "app";
        double hours = budget.Key.Window.TotalHours;
        return string.Create(CultureInfo.InvariantCulture, $"{budget.Limit} per {scope} in {hours} h");
    }

    private static string Bar(BudgetState budget)
    {
        // What is used shows, however little it is.
        int full = (int)Math.Ceiling((double)BarWidth * Math.Min(budget.Used, budget.Limit) / budget.Limit);
        return new string('█', full) + new string('░', BarWidth - full);
    }

    private static string Next(BudgetState budget, DateTimeOffset now)
    {
        if (budget.NextFree is not { } next) return "all are free";
        TimeSpan wait = next > now ? next - now : TimeSpan.Zero;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"in {(int)wait.TotalHours} h {wait.Minutes:00} min, at {next.ToLocalTime():yyyy-MM-dd HH:mm:ss}");
    }
}
