using System.Globalization;

namespace ApiGen.Benchmarks.Harness;

/// <summary>One line of the table: a figure, and what it should be at most or at least.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Ratio">The median of the ratios to the first subject of the race, or any figure of its own.</param>
/// <param name="Goal">What the ratio may be at most, or must be at least; null if it is only shown.</param>
/// <param name="Allocation">The bytes of one run; null where bytes say nothing.</param>
internal sealed record Row(string Name, double Ratio, double? Goal = null, Allocation? Allocation = null)
{
    /// <summary>Whether the goal is a least and not a most.</summary>
    public bool MoreIsBetter { get; init; }

    /// <summary>The middle four fifths of the ratios, as a hint at how quiet the machine was.</summary>
    public (double Low, double High)? Spread { get; init; }

    /// <summary>Whether every goal of the row is reached.</summary>
    public bool IsReached => IsRatioReached && !(Allocation?.Bytes > Allocation?.Goal);

    private bool IsRatioReached => Goal is not { } goal || (MoreIsBetter ? Ratio >= goal : Ratio <= goal);

    /// <summary>The row as a line: name, ratio, goal, bytes, and whether it reached its goals.</summary>
    public override string ToString()
    {
        string spread = Spread is { } s ? Invariant($"[{s.Low:0.00}..{s.High:0.00}]") : "";
        string goal = Goal is { } g ? Invariant($"{(MoreIsBetter ? ">=" : "<=")} {g:0.00}") : "-";
        string bytes = Allocation switch
        {
            { Goal: { } most } allocation => Invariant($"{allocation.Bytes:0.#} of {most:0.#}"),
            { } allocation => Invariant($"{allocation.Bytes:0.#}"),
            null => "-",
        };
        return Invariant($"{Name,-44} {Ratio,7:0.00} {spread,-14} {goal,-8} {bytes,16}  {(IsReached ? "ok" : "short")}");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
