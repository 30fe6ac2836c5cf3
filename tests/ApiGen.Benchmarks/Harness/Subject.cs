namespace ApiGen.Benchmarks.Harness;

/// <summary>One way to do the work of a race.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="Run">Does the work once, on the calling thread alone.</param>
internal sealed record Subject(string Name, Action Run)
{
    /// <summary>How many times the first subject's time it may take; null if it is only shown.</summary>
    public double? Goal { get; init; }

    /// <summary>Whether the goal is a least and not a most: the first subject is ours, and this one a peer.</summary>
    public bool MoreIsBetter { get; init; }

    /// <summary>
    /// Measures the bytes of one run and says how many they may be; null to measure them and demand nothing.
    /// </summary>
    public Func<Allocation>? Allocates { get; init; }
}
