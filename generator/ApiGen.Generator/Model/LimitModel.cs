namespace ApiGen.Generator.Model;

/// <summary>
/// At most <paramref name="Count"/> calls of a scope in any <paramref name="Seconds"/>; with no seconds, in every period
/// of the calendar, or at once.
/// </summary>
internal sealed record LimitModel(LimitScope Scope, int Count, long Seconds, bool IsFair)
{
    public CalendarModel? Calendar { get; init; }

    /// <summary>The parameters whose values are counted apart.</summary>
    public EquatableArray<string> ForEach { get; init; } = [];

    /// <summary>Whether another limit counts the same calls over the same time.</summary>
    public bool IsAlike(LimitModel other) =>
        Scope == other.Scope && Seconds == other.Seconds && Calendar == other.Calendar
        && ForEach.Equals(other.ForEach);
}
