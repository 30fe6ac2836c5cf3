using System.ComponentModel;
using ApiGen.Budgets;
using ApiGen.OAuth;
using ApiGen.Pipeline;

namespace ApiGen.CompilerServices;

/// <summary>One user of one app, connected to one API: the door through which generated methods call.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiConnection
{
    private readonly CallPipeline _pipeline;

    /// <summary>Connects; nothing is sent yet.</summary>
    /// <param name="api">The API.</param>
    /// <param name="credentials">The app and the user.</param>
    /// <param name="options">Where and how to call; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option has a value that it can't have.</exception>
    public ApiConnection(ApiDescriptor api, OAuth1Credentials credentials, ApiClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentNullException.ThrowIfNull(credentials);
        _pipeline = new CallPipeline(api, credentials, options ?? new ApiClientOptions());
    }

    /// <summary>Makes a call and reads its answer.</summary>
    /// <typeparam name="T">The type of the answer.</typeparam>
    /// <param name="call">The endpoint and its arguments.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="BudgetExhaustedException">A budget has no call left.</exception>
    /// <exception cref="BudgetStoreException">The budgets can't be reserved.</exception>
    /// <exception cref="ApiException">The server refused, or couldn't be reached or understood.</exception>
    public Task<T> SendAsync<T>(ApiCall<T> call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        return _pipeline.SendAsync(call, static (_, value) => value, cancellationToken);
    }

    /// <summary>Makes a call and reads its answer, with all that came beside it.</summary>
    /// <typeparam name="T">The type of the answer.</typeparam>
    /// <param name="call">The endpoint and its arguments.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="BudgetExhaustedException">A budget has no call left.</exception>
    /// <exception cref="BudgetStoreException">The budgets can't be reserved.</exception>
    /// <exception cref="ApiException">The server refused, or couldn't be reached or understood.</exception>
    public async Task<ApiResponse<T>> SendWithResponseAsync<T>(ApiCall<T> call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        (T value, HttpResponseMessage response) = await _pipeline
            .SendAsync(call, static (response, value) => (value, response), cancellationToken)
            .ConfigureAwait(false);
        IReadOnlyList<BudgetState> budgets = await ReadBudgetsAsync(call.Endpoint).ConfigureAwait(false);
        return new ApiResponse<T>(value, response.StatusCode, response.Headers, budgets);
    }

    /// <summary>The budgets that calls of an endpoint draw on.</summary>
    /// <param name="endpoint">The endpoint.</param>
    public EndpointBudgets BudgetsOf(EndpointDescriptor endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return new EndpointBudgets(
            _pipeline.BudgetStore, _pipeline.RouteOf(endpoint).Claims, _pipeline.TimeProvider);
    }

    /// <summary>
    /// Reads the budgets beside an answer, which neither a broken store nor a late cancellation may take away.
    /// </summary>
    private async ValueTask<IReadOnlyList<BudgetState>> ReadBudgetsAsync(EndpointDescriptor endpoint)
    {
        try
        {
            return await BudgetsOf(endpoint).ReadAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (BudgetStoreException)
        {
            return [];
        }
    }
}
