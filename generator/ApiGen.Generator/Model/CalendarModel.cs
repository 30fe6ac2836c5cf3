namespace ApiGen.Generator.Model;

/// <summary>The days or months of a time zone.</summary>
/// <param name="Period">What is counted by.</param>
/// <param name="Zone">The zone's name in the IANA time zone database.</param>
internal sealed record CalendarModel(CalendarPeriod Period, string Zone);
