using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using ApiGen.Budgets;
using ApiGen.CompilerServices;
using ApiGen.OAuth;
using ApiGen.Pipeline.Bodies;

namespace ApiGen.Pipeline;

/// <summary>The way of a call: request, attempts, answer, value.</summary>
[SuppressMessage(
    "Reliability",
    "CA1001",
    Justification = "The invoker holds handlers that are the caller's or shared by all clients.")]
internal sealed class CallPipeline
{
    /// <summary>The longest that a timer can wait.</summary>
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMilliseconds(int.MaxValue);

    private readonly ConcurrentDictionary<EndpointDescriptor, EndpointRoute> _routes = new();
    private readonly Func<EndpointDescriptor, EndpointRoute> _createRoute;
    private readonly KeptObjects<CallDeadline> _deadlines;
    private readonly KeptObjects<ResponseBody> _bodies = new(() => new ResponseBody());
    private readonly HttpMessageInvoker _invoker;
    private readonly bool _hasOuterHandlers;
    private readonly bool _hasOthersHandlers;
    private readonly string? _userAgent;

    public CallPipeline(ApiDescriptor api, ApiClientOptions options)
    {
        BudgetStore = options.BudgetStore ?? throw new ArgumentException("A budget store is needed.", nameof(options));
        TimeProvider = options.TimeProvider ?? throw new ArgumentException("A clock is needed.", nameof(options));
        Timeout = options.Timeout > TimeSpan.Zero && options.Timeout <= LongestTimeout
            ? options.Timeout
            : throw new ArgumentException("The timeout must be positive and at most 24 days.", nameof(options));
        if (options.BudgetWait < TimeSpan.Zero || options.BudgetWait > BudgetClaim.LongestWindow)
            throw new ArgumentException("The wait for a budget must be from zero to 366 days.", nameof(options));
        ArgumentException.ThrowIfNullOrEmpty(options.NetworkName, nameof(options));
        _deadlines = new KeptObjects<CallDeadline>(() => new CallDeadline(Timeout, TimeProvider));
        Network = CallIdentity.Hash(options.NetworkName);
        Budgets = new CallBudgets(api, options);
        _userAgent = options.UserAgent;

        Uri address = BaseOf(options.BaseAddress ?? new Uri(api.BaseAddress));
        var baseAddress = new BaseAddress(address, options.BaseAddress is null ? api.SignedOrigin : null);
        _createRoute = endpoint => new EndpointRoute(
            endpoint,
            options.BaseAddress is null && endpoint.Host is { } host ? new BaseAddress(host) : baseAddress);

        if (!api.Signing.MayGoTo(address))
            throw new ArgumentException("PLAINTEXT sends secrets, and so needs an https address.", nameof(options));
        var clock = new SigningClock(TimeProvider);
        var attempts = new AttemptHandler(this, new CallSigner(api.Signing, clock), options.PrimaryHandler);
        var followUps = new FollowUpHandler(clock, attempts);
        _invoker = new HttpMessageInvoker(Wrap(followUps, options.OuterHandlers), disposeHandler: false);
        _hasOuterHandlers = options.OuterHandlers.Count > 0;
        _hasOthersHandlers = _hasOuterHandlers || options.PrimaryHandler is not null;
    }

    public IBudgetStore BudgetStore { get; }

    /// <summary>The name of the network address that calls come from, hashed.</summary>
    public string Network { get; }

    /// <summary>What attempts reserve and settle with.</summary>
    public CallBudgets Budgets { get; }

    public TimeProvider TimeProvider { get; }

    public TimeSpan Timeout { get; }

    public EndpointRoute RouteOf(EndpointDescriptor endpoint) => _routes.GetOrAdd(endpoint, _createRoute);

    /// <summary>Makes a call, and gives what <paramref name="select"/> makes of its answer.</summary>
    public Task<TResult> SendAsync<T, TResult>(
        ApiCall<T> call,
        Caller caller,
        AnswerSelector<T, TResult> select,
        CancellationToken cancellationToken) => CallActivity.IsTraced
            ? TraceAsync(call, caller, select, cancellationToken)
            : MakeAsync(call, caller, select, activity: null, cancellationToken);

    // A method of its own, so that calls that nobody traces don't make the closure.
    private Task<TResult> TraceAsync<T, TResult>(
        ApiCall<T> call,
        Caller caller,
        AnswerSelector<T, TResult> select,
        CancellationToken cancellationToken) => CallActivity.TraceAsync(
            call.Endpoint, activity => MakeAsync(call, caller, select, activity, cancellationToken));

    private async Task<TResult> MakeAsync<T, TResult>(
        ApiCall<T> call,
        Caller caller,
        AnswerSelector<T, TResult> select,
        Activity? activity,
        CancellationToken cancellationToken)
    {
        call.Begin(caller);
        using var message = CallMessage.Create(
            call, RouteOf(call.Endpoint), _userAgent, mayBeCopied: _hasOuterHandlers, mayBeChanged: _hasOthersHandlers);
        CallDeadline deadline = _deadlines.Rent();
        deadline.Start(cancellationToken);
        call.Deadline = deadline;
        HttpResponseMessage? response = null;
        ResponseBody? body = null;
        try
        {
            response = await _invoker.SendAsync(message, deadline.Token).ConfigureAwait(false);
            CallActivity.Answered(activity, response);
            body = _bodies.Rent();
            if (AnswerBody.IsWanted(call.Endpoint, response))
                await response.Content.CopyToAsync(body, deadline.Token).ConfigureAwait(false);
            return Answers.Read(call, response, body, select);
        }
        catch (OperationCanceledException exception) when (deadline.HasPassed)
        {
            throw Answers.TimedOut(call, Timeout, response, exception);
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested)
        {
            // With the caller's own token, by which it tells whose cancellation this is. Handlers know the deadline's.
            throw new TaskCanceledException(Answers.GivenUp(call), exception, cancellationToken);
        }
        catch (BodyUnreadableException exception)
        {
            throw Answers.Unreadable(call, exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw Answers.Broken(call, message, response, exception);
        }
        finally
        {
            response?.Dispose();
            Release(call, deadline, body);
        }
    }

    /// <summary>Lets other calls have what this one borrowed.</summary>
    private void Release(ApiCall call, CallDeadline deadline, ResponseBody? body)
    {
        if (body is not null)
        {
            body.Clear();
            _bodies.Return(body);
        }

        // Unless an outer handler may have left an attempt behind, which still has it in use.
        if (!_hasOuterHandlers) call.Release();
        if (!_hasOuterHandlers && deadline.TryReset()) _deadlines.Return(deadline);
        else deadline.Dispose();
    }

    private static Uri BaseOf(Uri address)
    {
        bool isBase = address.IsAbsoluteUri && address.Scheme is "http" or "https" && address.Query.Length == 0
            && address.Fragment.Length == 0 && address.UserInfo.Length == 0;
        return isBase
            ? address
            : throw new ArgumentException(
                $"'{address}' is not an absolute http or https address without query.", nameof(address));
    }

    private static HttpMessageHandler Wrap(HttpMessageHandler innermost, IList<DelegatingHandler> outerHandlers)
    {
        HttpMessageHandler handler = innermost;
        foreach (DelegatingHandler outer in outerHandlers.Reverse())
        {
            if (outer.InnerHandler is not null)
                throw new ArgumentException(
                    $"{outer.GetType().Name} already has an inner handler.", nameof(outerHandlers));
            outer.InnerHandler = handler;
            handler = outer;
        }

        return handler;
    }
}
