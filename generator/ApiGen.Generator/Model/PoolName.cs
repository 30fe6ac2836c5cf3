namespace ApiGen.Generator.Model;

/// <summary>
/// A pool as the files of endpoints know it: its name, its limits in words, and the most that one call may take of it.
/// </summary>
internal sealed record PoolName(string Name, string Limits, int LargestCost);
