using System.ComponentModel;
using ApiGen.Budgets;
using ApiGen.OAuth;
using ApiGen.Pipeline;
using ApiGen.Pipeline.Paging;

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
        return _pipeline.SendAsync(call, _caller, static (_, _, value) => value, cancellationToken);
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
            .SendAsync(call, _caller, static (response, _, value) => (value, response), cancellationToken)
            .ConfigureAwait(false);
        IReadOnlyList<BudgetState> budgets = await ReadBudgetsAsync(call).ConfigureAwait(false);
        return new ApiResponse<T>(value, response.StatusCode, response.Headers, budgets);
    }

    /// <summary>Makes a call whose answer has no value, and gives what came beside it.</summary>
    /// <param name="call">The endpoint and its arguments.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="BudgetExhaustedException">A budget has no call left.</exception>
    /// <exception cref="BudgetStoreException">The budgets can't be reserved.</exception>
    /// <exception cref="ApiException">The server refused, or couldn't be reached.</exception>
    public async Task<ApiResponse> SendWithResponseAsync(ApiCall<NoValue> call, CancellationToken cancellationToken) =>
        await SendWithResponseAsync<NoValue>(call, cancellationToken).ConfigureAwait(false);

    /// <summary>The pages of an answer, a call each.</summary>
    /// <typeparam name="T">The type of a page.</typeparam>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="create">Makes the call for the page that a cursor leads to; null for the first.</param>
    /// <param name="startAt">The cursor of the page to begin with; null for the first.</param>
    /// <exception cref="ArgumentException">An argument or the cursor has a value that it can't have.</exception>
    public PageSequence<T> Pages<T>(
        EndpointDescriptor<T> endpoint, Func<string?, ApiCall<T>> create, string? startAt)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(create);
        return new CallPages<T>(this, endpoint, create, startAt);
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

    /// <summary>Fetches one page, and with it what its items come down to where that is needed.</summary>
    internal async Task<(Page<T> Page, string? Digest)> SendPageAsync<T>(
        ApiCall<T> call, string? cursor, CancellationToken cancellationToken)
    {
        PagesDescriptor pages = call.Endpoint.Pages!;
        (T value, PageEnd end, HttpResponseMessage response) = await _pipeline
            .SendAsync(
                call,
                _caller,
                (response, body, value) => (value, PageEnds.Read(pages, cursor, body), response),
                cancellationToken)
            .ConfigureAwait(false);
        IReadOnlyList<BudgetState> budgets = await ReadBudgetsAsync(call).ConfigureAwait(false);
        return (new Page<T>(value, cursor, end.Next, response.StatusCode, response.Headers, budgets), end.Digest);
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
