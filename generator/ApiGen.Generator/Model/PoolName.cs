namespace ApiGen.Generator.Model;

/// <summary>
/// A pool as the files of endpoints know it: its name, its limits in words, the most that one call may take of it, and the
/// parameters that it counts by.
/// </summary>
internal sealed record PoolName(string Name, string Limits, int LargestCost, EquatableArray<string> ForEach);
