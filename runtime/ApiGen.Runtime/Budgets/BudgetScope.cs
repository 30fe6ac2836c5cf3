namespace ApiGen.Budgets;

/// <summary>Whose calls a limit counts together.</summary>
public enum BudgetScope
{
    /// <summary>All calls made for one user, whichever client object or process makes them.</summary>
    User,

    /// <summary>All calls made with one consumer key, for all of its users together.</summary>
    App,
}
