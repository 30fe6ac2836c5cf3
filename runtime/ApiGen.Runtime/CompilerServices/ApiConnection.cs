using System.ComponentModel;
using ApiGen.Budgets;
using ApiGen.OAuth;
using ApiGen.Pipeline;

namespace ApiGen.CompilerServices;

/// <summary>
/// One user of one app, or the app alone, connected to one API: the door through which generated methods call.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiConnection
{
    private readonly ApiDescriptor _api;
    private readonly CallPipeline _pipeline;
    private readonly Caller _caller;

    private ApiConnection(ApiDescriptor api, CallPipeline pipeline, Caller caller)
    {
        _api = api;
        _pipeline = pipeline;
        _caller = caller;
    }

    /// <summary>Connects; nothing is sent yet.</summary>
    /// <typeparam name="TCredentials">The kind of credentials.</typeparam>
    /// <param name="api">The API.</param>
    /// <param name="credentials">The app and the user, or where they come from.</param>
    /// <param name="options">Where and how to call; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option has a value that it can't have.</exception>
    public static ApiConnection To<TCredentials>(
        ApiDescriptor api, ICredentialSource<TCredentials> credentials, ApiClientOptions? options)
        where TCredentials : ApiCredentials
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentNullException.ThrowIfNull(credentials);
        var pipeline = new CallPipeline(api, options ?? new ApiClientOptions());
        return new(api, pipeline, new Caller<TCredentials>(credentials, api.UserId, pipeline.Network));
    }

    /// <summary>Connects somebody else by the same handlers, options and prepared routes.</summary>
    /// <typeparam name="TCredentials">The kind of credentials.</typeparam>
    /// <param name="credentials">The app and the other user, or where they come from.</param>
    public ApiConnection For<TCredentials>(ICredentialSource<TCredentials> credentials)
        where TCredentials : ApiCredentials
    {
        ArgumentNullException.ThrowIfNull(credentials);
        return new(_api, _pipeline, new Caller<TCredentials>(credentials, _api.UserId, _pipeline.Network));
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
        return _pipeline.SendAsync(call, _caller, static (_, value) => value, cancellationToken);
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
            .SendAsync(call, _caller, static (response, value) => (value, response), cancellationToken)
            .ConfigureAwait(false);
        IReadOnlyList<BudgetState> budgets = await ReadBudgetsAsync(call).ConfigureAwait(false);
        return new ApiResponse<T>(value, response.StatusCode, response.Headers, budgets);
    }

    /// <summary>The budgets that calls of an endpoint draw on.</summary>
    /// <param name="endpoint">The endpoint.</param>
    public EndpointBudgets BudgetsOf(EndpointDescriptor endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return new EndpointBudgets(
            _pipeline, _caller, endpoint.AllLimits, (identity, values) => EndpointClaims.Of(endpoint, identity, values));
    }

    /// <summary>The budgets of a pool, which calls of several endpoints draw on.</summary>
    /// <param name="pool">The pool.</param>
    public EndpointBudgets BudgetsOf(PoolDescriptor pool)
    {
        ArgumentNullException.ThrowIfNull(pool);
        return new EndpointBudgets(
            _pipeline, _caller, pool.Limits, (identity, values) => EndpointClaims.Of(_api, pool, identity, values));
    }

    /// <summary>Reads all budgets that calls of the endpoints draw on, or those of some scopes; each once.</summary>
    internal async ValueTask<IReadOnlyList<BudgetState>> ReadBudgetsAsync(
        IReadOnlyList<EndpointDescriptor> endpoints,
        Func<BudgetScope, bool> isAsked,
        CancellationToken cancellationToken)
    {
        CallIdentity identity = await _caller.IdentifyAsync(cancellationToken).ConfigureAwait(false);
        BudgetClaim[] claims =
        [
            .. endpoints
                .SelectMany(identity.ClaimsOf)
                .Where(claim => isAsked(claim.Key.Scope))
                .DistinctBy(claim => claim.Key),
        ];
        return await _pipeline.BudgetStore.ReadAsync(claims, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Reads the budgets beside an answer, which neither a broken store nor a late cancellation may take away.
    /// </summary>
    private async ValueTask<IReadOnlyList<BudgetState>> ReadBudgetsAsync(ApiCall call)
    {
        try
        {
            BudgetClaim[] claims = call.Identity!.ClaimsOf(call);
            return await _pipeline.BudgetStore.ReadAsync(claims, CancellationToken.None).ConfigureAwait(false);
        }
        catch (BudgetStoreException)
        {
            return [];
        }
    }
}
