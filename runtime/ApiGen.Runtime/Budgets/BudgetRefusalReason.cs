namespace ApiGen.Budgets;

/// <summary>Why a budget refused a call.</summary>
public enum BudgetRefusalReason
{
    /// <summary>Its slots are taken, as the store has counted them.</summary>
    Used = 0,

    /// <summary>The server said that no more is left, though the store's own count would allow a call.</summary>
    ServerWord = 1,

    /// <summary>The caller has its fair part of a shared budget; what is free is kept for others.</summary>
    FairShare = 2,

    /// <summary>
    /// The store has lost count of the slots that were taken, and counts all of them as taken until the last that may
    /// be has freed.
    /// </summary>
    StateLost = 3,
}
