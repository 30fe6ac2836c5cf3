namespace ApiGen.Budgets;

/// <summary>The slots that one call holds, from <see cref="IBudgetStore.ReserveAsync"/> until it is settled.</summary>
/// <param name="Claims">The claims that were granted together. Not to be changed until the call is settled.</param>
/// <param name="Id">The store's own name for the reservation.</param>
/// <param name="Deadline">
/// The last moment at which the call may still be under way, in the unit of the store that made the reservation.
/// </param>
public readonly record struct BudgetReservation(IReadOnlyList<BudgetClaim> Claims, long Id, long Deadline);
