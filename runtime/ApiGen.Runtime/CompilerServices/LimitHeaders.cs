using System.ComponentModel;
using ApiGen.Budgets;

namespace ApiGen.CompilerServices;

/// <summary>Names of the response headers that report a limit. Written by generated code.</summary>
/// <param name="Remaining">The header with the number of calls left in the window.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record LimitHeaders(string Remaining)
{
    /// <summary>The header with the number of calls that a window holds, or null if there is none.</summary>
    public string? Limit { get; init; }

    /// <summary>The header that tells when the window ends, or null if there is none.</summary>
    public string? Reset { get; init; }

    /// <summary>How <see cref="Reset"/> tells the time.</summary>
    public ResetTime ResetTime { get; init; }

    /// <summary>Whose limits they report; null for those of any scope.</summary>
    public BudgetScope? Scope { get; init; }

    /// <summary>The window of the limits that they report; null for any.</summary>
    public TimeSpan? Window { get; init; }
}
