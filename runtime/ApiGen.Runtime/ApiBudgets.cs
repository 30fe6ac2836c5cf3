using System.ComponentModel;
using ApiGen.Budgets;
using ApiGen.CompilerServices;

namespace ApiGen;

/// <summary>
/// All budgets that the calls of an API draw on, for one user of one app or for the app alone. A generated class derives
/// from it, with a property for each pool.
/// </summary>
/// <remarks>
/// A budget that several calls draw on is given once. The first to name it sets its place: endpoints come in the order
/// of their C# names, each with its own limits before those of its pools. Budgets of a parameter's value are had by
/// <see cref="EndpointBudgets.For(string, string?)"/> alone.
/// </remarks>
public abstract class ApiBudgets
{
    /// <summary>Connects. For generated code.</summary>
    /// <param name="connection">The user and the app.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ApiBudgets(ApiConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        Connection = connection;
    }

    /// <summary>For a class that stands in for a generated one, in a test.</summary>
    protected ApiBudgets() => Connection = null!;

    /// <summary>The user and the app. For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ApiConnection Connection { get; }

    /// <summary>
    /// The endpoints of the API. For generated code, which lists them only when asked: a program that never asks
    /// doesn't carry the endpoints that it never calls.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract IReadOnlyList<EndpointDescriptor> Endpoints { get; }

    /// <summary>Reads every budget of the user and of the app, without sending or taking anything.</summary>
    /// <param name="cancellationToken">Ends the wait for the store.</param>
    /// <returns>One state a limit; empty if the specs declare none.</returns>
    /// <exception cref="BudgetStoreException">The store can't be reached or read.</exception>
    public virtual ValueTask<IReadOnlyList<BudgetState>> ReadAsync(CancellationToken cancellationToken = default) =>
        Connection.ReadBudgetsAsync(Endpoints, static _ => true, cancellationToken);

    /// <summary>
    /// Reads the budgets that count the calls of this user alone, without sending or taking anything.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait for the store.</param>
    /// <returns>One state a limit; empty if the specs limit no user.</returns>
    /// <exception cref="BudgetStoreException">The store can't be reached or read.</exception>
    public virtual ValueTask<IReadOnlyList<BudgetState>> ReadUserAsync(CancellationToken cancellationToken = default) =>
        Connection.ReadBudgetsAsync(Endpoints, static scope => scope == BudgetScope.User, cancellationToken);

    /// <summary>
    /// Reads the budgets that count the calls of the app, for all its users or for itself, or those from its network
    /// address, without sending or taking anything.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait for the store.</param>
    /// <returns>One state a limit; empty if the specs don't limit the app.</returns>
    /// <exception cref="BudgetStoreException">The store can't be reached or read.</exception>
    public virtual ValueTask<IReadOnlyList<BudgetState>> ReadAppAsync(CancellationToken cancellationToken = default) =>
        Connection.ReadBudgetsAsync(Endpoints, static scope => scope != BudgetScope.User, cancellationToken);
}
