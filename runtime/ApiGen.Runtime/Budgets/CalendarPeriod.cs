namespace ApiGen.Budgets;

/// <summary>What a calendar limit counts by.</summary>
public enum CalendarPeriod
{
    /// <summary>From midnight to midnight.</summary>
    Day = 0,

    /// <summary>From the first midnight of a month to that of the next.</summary>
    Month = 1,
}
