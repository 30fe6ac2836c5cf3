namespace ApiGen.Budgets;

/// <summary>What a reservation in a SQLite file survives before its call is sent.</summary>
public enum SqliteDurability
{
    /// <summary>
    /// A killed process, a crashed system and a power failure: every reservation is flushed to the disk before it is
    /// granted. Some milliseconds a call.
    /// </summary>
    PowerLoss,

    /// <summary>
    /// A killed process. A power failure or a crash of the system may take back the last reservations, and then as many
    /// calls too many may be sent after it. Some tens of microseconds a call.
    /// </summary>
    ProcessKill,
}
