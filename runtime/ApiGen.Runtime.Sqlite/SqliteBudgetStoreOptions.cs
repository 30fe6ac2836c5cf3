namespace ApiGen.Budgets;

/// <summary>How a <see cref="SqliteBudgetStore"/> keeps its file.</summary>
public sealed class SqliteBudgetStoreOptions
{
    /// <summary>What a reservation survives. By default <see cref="SqliteDurability.PowerLoss"/>.</summary>
    public SqliteDurability Durability { get; set; } = SqliteDurability.PowerLoss;

    /// <summary>
    /// How long to wait for other processes that are writing the file, before <see cref="BudgetStoreException"/>;
    /// positive. By default 5 seconds.
    /// </summary>
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The clock. By default the system's; all processes of one file must share it.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
