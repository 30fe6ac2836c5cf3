using ApiGen.Budgets;
using CsCheck;

namespace ApiGen.Runtime.Tests.Budgets;

/// <summary>Days and months to run schedules in, those among them that the change of clocks makes hard.</summary>
/// <param name="Calendar">What is counted by.</param>
/// <param name="Start">When the schedule begins; it lasts about a fortnight.</param>
internal sealed record CalendarPlan(BudgetCalendar Calendar, DateTimeOffset Start)
{
    private static readonly CalendarPlan[] Plans =
    [
        Days("UTC", "2026-02-27T21:00Z"),

        // At two in the morning: days of 23 and of 25 hours.
        Days("America/New_York", "2026-03-06T12:00Z"),
        Days("America/New_York", "2026-10-30T12:00Z"),

        // Midnight is skipped, and comes again from one o'clock; or is never passed twice, from eleven.
        Days("America/Havana", "2026-03-06T12:00Z"),
        Days("America/Havana", "2026-10-30T12:00Z"),
        Days("Africa/Cairo", "2026-04-22T12:00Z"),
        Days("Africa/Cairo", "2026-10-27T12:00Z"),

        // Half an hour; a date that never was.
        Days("Australia/Lord_Howe", "2026-04-02T12:00Z"),
        Days("Pacific/Apia", "2011-12-27T12:00Z"),
        new(BudgetCalendar.Months("America/New_York"), At("2026-10-27T12:00Z")),
        new(BudgetCalendar.Months("UTC"), At("2026-02-20T12:00Z")),
    ];

    public static Gen<CalendarPlan> Any { get; } = Gen.Int[0, Plans.Length - 1].Select(plan => Plans[plan]);

    /// <summary>Calls of which none is answered after its deadline, when its day may be over.</summary>
    public static CallPlan[] InTime(CallPlan[] plans) =>
        [.. plans.Select(plan => plan with { Takes = Math.Min(plan.Takes, CallPlan.CallTimeout), WallStep = 0 })];

    private static CalendarPlan Days(string zone, string start) => new(BudgetCalendar.Days(zone), At(start));

    private static DateTimeOffset At(string time) =>
        DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
}
