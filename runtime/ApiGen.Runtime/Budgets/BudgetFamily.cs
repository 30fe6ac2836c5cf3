namespace ApiGen.Budgets;

/// <summary>What the budgets of many subjects have in common: all of a key but the subject.</summary>
/// <param name="Pool">What is called.</param>
/// <param name="Scope">Whose calls are counted together.</param>
/// <param name="Window">The length of the window.</param>
internal readonly record struct BudgetFamily(string Pool, BudgetScope Scope, TimeSpan Window)
{
    public static BudgetFamily Of(in BudgetKey key) => new(key.Pool, key.Scope, key.Window);

    public bool Has(in BudgetKey key) => Window == key.Window && Scope == key.Scope && Pool == key.Pool;

    public BudgetKey KeyOf(string subject) => new(Pool, Scope, subject, Window);
}
