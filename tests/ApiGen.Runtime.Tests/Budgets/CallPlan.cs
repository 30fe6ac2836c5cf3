using ApiGen.Budgets;
using CsCheck;

namespace ApiGen.Runtime.Tests.Budgets;

/// <summary>A call of a random schedule. Times are in seconds, and few, so that they often coincide.</summary>
/// <param name="Gap">From the call before to this one.</param>
/// <param name="User">Who calls.</param>
/// <param name="Takes">From the reservation until the caller knows the outcome; beyond the timeout, too.</param>
/// <param name="Outcome">What the caller settles, or null if it never does.</param>
/// <param name="CountedAt">How far between the first and the last possible moment the server counts it, 0 to 1.</param>
/// <param name="Cost">The slots it takes.</param>
/// <param name="Left">What the server says is left with its answer, or null if it says nothing.</param>
/// <param name="WallStep">By how much the wall clock is set before it.</param>
/// <param name="Restarts">Whether the machine is restarted before it.</param>
internal sealed record CallPlan(
    int Gap, int User, int Takes, BudgetOutcome? Outcome, double CountedAt, int Cost, int? Left, int WallStep,
    bool Restarts)
{
    public const int Users = 3;
    public const int CallTimeout = 6;

    /// <summary>Calls on a machine whose clocks are right.</summary>
    public static Gen<CallPlan> Steady { get; } = Plans(Gen.Const(0), Gen.Const(false));

    /// <summary>Calls on a machine whose wall clock is set forward and backward while it runs.</summary>
    public static Gen<CallPlan> Stepping { get; } =
        Plans(Gen.Frequency((4, Gen.Const(0)), (1, Gen.Int[-100, 100])), Gen.Const(false));

    /// <summary>Calls on a machine that restarts, too, and then never with its wall clock ahead.</summary>
    public static Gen<CallPlan> Restarting { get; } =
        Plans(Gen.Const(0), Gen.Frequency((4, Gen.Const(false)), (1, Gen.Const(true))))
            .Select(Gen.Int[-100, 0], (plan, step) => plan.Restarts ? plan with { WallStep = step } : plan);

    private static Gen<CallPlan> Plans(Gen<int> wallStep, Gen<bool> restarts) =>
        Gen.Select(
            Gen.Frequency((3, Gen.Int[0, 2]), (1, Gen.Int[0, 30])),
            Gen.Int[0, Users - 1],
            Gen.Frequency((4, Gen.Int[0, CallTimeout]), (1, Gen.Int[CallTimeout, CallTimeout + 9])),
            Gen.Frequency(
                (4, Gen.Const<BudgetOutcome?>(BudgetOutcome.Completed)),
                (2, Gen.Const<BudgetOutcome?>(BudgetOutcome.NeverSent)),
                (2, Gen.Const<BudgetOutcome?>(BudgetOutcome.Unknown)),
                (1, Gen.Const(default(BudgetOutcome?)))),
            Gen.Select(
                Gen.Double[0, 1],
                Gen.Frequency((3, Gen.Const(1)), (1, Gen.Int[2, 3])),
                Gen.Frequency((6, Gen.Const(default(int?))), (1, Gen.Int[0, 6].Select(left => (int?)left))),
                (at, cost, left) => (At: at, Cost: cost, Left: left)),
            wallStep,
            restarts,
            (gap, user, takes, outcome, counted, step, restart) =>
                new CallPlan(gap, user, takes, outcome, counted.At, counted.Cost, counted.Left, step, restart));
}
