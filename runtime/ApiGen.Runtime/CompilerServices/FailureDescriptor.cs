using System.ComponentModel;
using ApiGen.Budgets;

namespace ApiGen.CompilerServices;

/// <summary>A failure that a spec declares. Written by generated code.</summary>
/// <param name="Status">The HTTP status, or the first of several.</param>
/// <param name="Code">The server's own code in the body, or null if the status alone tells.</param>
/// <param name="Name">The spec's name for it.</param>
/// <param name="Means">What it asks of the caller.</param>
/// <param name="Summary">A sentence on it, or null.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record FailureDescriptor(
    int Status, string? Code, string Name, FailureMeaning Means, string? Summary = null)
{
    /// <summary>The last HTTP status, where it stands for a class of them: 599 with 500.</summary>
    /// <value>Default: the first, so that there is no other.</value>
    public int LastStatus { get; init; } = Status;

    /// <summary>
    /// Whose budget it says is used up, where it means <see cref="FailureMeaning.Wait"/> or
    /// <see cref="FailureMeaning.CoolDown"/>; null for the user's, or the app's where the endpoint limits no user.
    /// </summary>
    public BudgetScope? Scope { get; init; }

    /// <summary>Whether it comes with a status.</summary>
    internal bool ComesWith(int status) => status >= Status && status <= LastStatus;
}
