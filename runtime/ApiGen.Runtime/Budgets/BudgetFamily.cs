namespace ApiGen.Budgets;

/// <summary>What the budgets of many subjects have in common: all of a key but the subject.</summary>
/// <param name="Pool">What is called.</param>
/// <param name="Scope">Whose calls are counted together.</param>
/// <param name="Window">The length of the window.</param>
/// <param name="Calendar">The days or months that are counted by, if any.</param>
/// <param name="ForEach">The parameters whose values are counted apart, if any.</param>
internal readonly record struct BudgetFamily(
    string Pool, BudgetScope Scope, TimeSpan Window, BudgetCalendar? Calendar, string? ForEach)
{
    public static BudgetFamily Of(in BudgetKey key) => new(key.Pool, key.Scope, key.Window, key.Calendar, key.ForEach);

    public bool Has(in BudgetKey key) =>
        Window == key.Window && Scope == key.Scope && Pool == key.Pool && ForEach == key.ForEach
        && Equals(Calendar, key.Calendar);

    public BudgetKey KeyOf(string subject) =>
        new(Pool, Scope, subject, Window) { Calendar = Calendar, ForEach = ForEach };
}
