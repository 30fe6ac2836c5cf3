using System.Globalization;

namespace FollowUser;

/// <summary>Prints budgets for a person: how full each is, what is left, and when more frees.</summary>
internal static class BudgetTable
{
    private const int BarWidth = 24;

    public static void Print(IReadOnlyList<BudgetState> budgets, DateTimeOffset now)
    {
        string columns = $"{"",BarWidth}  {"used",5}  {"left",5}  next slot frees";
        foreach (IGrouping<string, BudgetState> call in budgets.GroupBy(budget => budget.Key.Pool))
        {
            Console.WriteLine($"  {CallOrPool(call.Key),-22}  {columns}");
            foreach (BudgetState budget in call) Console.WriteLine(Row(budget, now));
            columns = "";
        }
    }

    private static string Row(BudgetState budget, DateTimeOffset now) => string.Create(
        CultureInfo.InvariantCulture,
        $"  {Name(budget),-22}  {Bar(budget)}  {budget.Used,5}  {budget.Remaining,5}  {Next(budget, now)}");

    // Behind the name of the API.
    private static string CallOrPool(string pool) => pool[(pool.IndexOf('/', StringComparison.Ordinal) + 1)..];

    private static string Name(BudgetState budget)
    {
        string scope = budget.Key.Scope == BudgetScope.User ? "user" : "app";
        TimeSpan window = budget.Key.Window;
        (double length, string unit) =
            window < TimeSpan.FromHours(1) ? (window.TotalMinutes, "min") : (window.TotalHours, "h");
        return string.Create(CultureInfo.InvariantCulture, $"{budget.Limit} per {scope} in {length} {unit}");
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
