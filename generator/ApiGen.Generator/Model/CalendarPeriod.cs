namespace ApiGen.Generator.Model;

/// <summary>What a calendar counts by.</summary>
internal enum CalendarPeriod
{
    Day,
    Month,
}
