using System.Diagnostics.CodeAnalysis;

namespace ApiGen.Budgets;

/// <summary>A store's answer to a reservation: all of the slots asked for, or none and the reason.</summary>
public readonly struct BudgetDecision
{
    private BudgetDecision(bool isGranted, BudgetReservation reservation, BudgetRefusal? refusal)
    {
        IsGranted = isGranted;
        Reservation = reservation;
        Refusal = refusal;
    }

    /// <summary>Whether every claim was granted. If not, nothing is held.</summary>
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsGranted { get; }

    /// <summary>The slots held; meaningful only if <see cref="IsGranted"/>.</summary>
    public BudgetReservation Reservation { get; }

    /// <summary>Why nothing was granted, or null if all was.</summary>
    public BudgetRefusal? Refusal { get; }

    /// <summary>Answers that every claim is granted.</summary>
    /// <param name="reservation">The slots now held.</param>
    public static BudgetDecision Granted(BudgetReservation reservation) => new(true, reservation, null);

    /// <summary>Answers that nothing is granted.</summary>
    /// <param name="refusal">The budget that has no slot left.</param>
    public static BudgetDecision Refused(BudgetRefusal refusal) => new(false, default, refusal);
}
