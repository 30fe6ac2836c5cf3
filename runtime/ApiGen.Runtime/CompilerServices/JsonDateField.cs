namespace ApiGen.CompilerServices;

/// <summary>What a part of a date means.</summary>
internal enum JsonDateField
{
    Literal,
    Year,
    Month,
    MonthName,
    Day,
    Weekday,
    Hour,
    Minute,
    Second,

    /// <summary>Hours and minutes east of UTC, <c>±hhmm</c> or <c>±hh:mm</c>.</summary>
    Offset,
}
