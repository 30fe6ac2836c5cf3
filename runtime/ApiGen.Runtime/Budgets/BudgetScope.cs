namespace ApiGen.Budgets;

/// <summary>Whose calls a limit counts together.</summary>
/// <remarks>Stores write these values to disk: a value never changes its meaning.</remarks>
public enum BudgetScope
{
    /// <summary>All calls made for one user, whichever client object or process makes them.</summary>
    User = 0,

    /// <summary>All calls made with one consumer key, for all of its users together and for none.</summary>
    App = 1,

    /// <summary>
    /// Calls that an app makes with its own token, for no user. Calls for users don't draw on it: services that have
    /// app-only calls give them a pool of their own.
    /// </summary>
    AppToken = 2,

    /// <summary>All calls from one network address, whatever app or user they are for.</summary>
    Ip = 3,
}
