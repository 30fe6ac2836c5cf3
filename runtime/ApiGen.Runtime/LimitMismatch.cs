using ApiGen.Budgets;

namespace ApiGen;

/// <summary>
/// A server reports another limit than the spec declares. The spec's stays in force, and what the server says is left
/// lowers it.
/// </summary>
/// <param name="Endpoint">The endpoint that was called, as <c>friendships/create</c>.</param>
/// <param name="Declared">The limit of the spec.</param>
/// <param name="Reported">How many calls the server says a window holds.</param>
/// <param name="Header">The header that belongs to the report.</param>
/// <param name="Change">What to change in which document of the spec, as a sentence.</param>
public sealed record LimitMismatch(string Endpoint, BudgetLimit Declared, int Reported, string Header, string Change)
{
    /// <summary>The mismatch and its cure, as a sentence.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"The server says in {Header} that {Reported} calls fit where the spec of {Endpoint} has {Declared.Count}. "
        + Change;
}
