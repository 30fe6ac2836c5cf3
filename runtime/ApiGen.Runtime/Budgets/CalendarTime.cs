namespace ApiGen.Budgets;

/// <summary>
/// Which slots of calendar budgets are free at a moment. For those who write a store, and date a slot by the last moment
/// at which the server may have counted its call.
/// </summary>
/// <remarks>
/// <para>
/// A slot's age is by a clock that nobody sets, so that a call of an hour ago stays one of an hour ago whatever the wall
/// clock is set to. When a day is over only the wall clock can tell.
/// </para>
/// <para>
/// After a step of the wall clock nobody can say which day an earlier call was counted in, by the clock of before the
/// step or of after it. So until the longest day has passed since, a slot is held for as long as that.
/// </para>
/// </remarks>
/// <param name="Now">The moment, by the wall clock.</param>
/// <param name="SinceStep">How long ago the wall clock was set while slots were held; null if it never was.</param>
public readonly record struct CalendarTime(DateTimeOffset Now, TimeSpan? SinceStep)
{
    /// <summary>Whether the wall clock was set between two looks at it.</summary>
    /// <param name="wall">How far it went.</param>
    /// <param name="passed">The time that truly passed.</param>
    /// <returns>True from a second on; what two clocks drift apart by themselves is taken off.</returns>
    public static bool IsStep(TimeSpan wall, TimeSpan passed) =>
        (wall - passed).Duration() > TimeSpan.FromSeconds(1) + (passed.Duration() / 10_000);

    /// <summary>The age up to which slots are held: an older one is free.</summary>
    /// <param name="calendar">The days or months.</param>
    public TimeSpan HeldUpTo(BudgetCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        TimeSpan begun = Now - calendar.StartOf(Now);
        TimeSpan longest = calendar.Longest - TimeSpan.FromTicks(1);
        return SinceStep <= longest && begun < longest ? longest : begun;
    }

    /// <summary>How long it is until a slot frees.</summary>
    /// <param name="calendar">The days or months.</param>
    /// <param name="age">The age of the slot; negative while its call is under way.</param>
    public TimeSpan FreesIn(BudgetCalendar calendar, TimeSpan age)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        TimeSpan ends = calendar.EndOf(Now - age) - Now;
        if (SinceStep is not { } sinceStep) return ends;
        TimeSpan held = calendar.Longest - (age > sinceStep ? age : sinceStep);
        return held > ends ? held : ends;
    }
}
