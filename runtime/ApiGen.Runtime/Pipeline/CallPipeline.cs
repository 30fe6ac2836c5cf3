using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using ApiGen.Budgets;
using ApiGen.CompilerServices;

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
    private readonly HttpMessageInvoker _invoker;
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
        var attempts = new AttemptHandler(
            this, new CallSigner(api.Signing, clock), options.PrimaryHandler ?? PrimaryHandlers.Shared);
        var followUps = new RedirectHandler(new RenewalHandler(new ClockHandler(clock, attempts)));
        _invoker = new HttpMessageInvoker(Wrap(followUps, options.OuterHandlers), disposeHandler: false);
    }

    public IBudgetStore BudgetStore { get; }

    /// <summary>What attempts reserve and settle with.</summary>
    public CallBudgets Budgets { get; }

    public TimeProvider TimeProvider { get; }

    public TimeSpan Timeout { get; }

    public EndpointRoute RouteOf(EndpointDescriptor endpoint) => _routes.GetOrAdd(endpoint, _createRoute);

    /// <summary>Makes a call, and gives what <paramref name="select"/> makes of the response and its value.</summary>
    public Task<TResult> SendAsync<T, TResult>(
        ApiCall<T> call,
        Caller caller,
        Func<HttpResponseMessage, T, TResult> select,
        CancellationToken cancellationToken) => CallActivity.IsTraced
            ? CallActivity.TraceAsync(
                call.Endpoint, activity => MakeAsync(call, caller, select, activity, cancellationToken))
            : MakeAsync(call, caller, select, activity: null, cancellationToken);

    private async Task<TResult> MakeAsync<T, TResult>(
        ApiCall<T> call,
        Caller caller,
        Func<HttpResponseMessage, T, TResult> select,
        Activity? activity,
        CancellationToken cancellationToken)
    {
        call.Caller = caller;
        using var deadline = new CallDeadline(Timeout, TimeProvider, cancellationToken);
        call.Deadline = deadline;
        using HttpRequestMessage message = CallMessage.Create(call, RouteOf(call.Endpoint), _userAgent);
        HttpResponseMessage? response = null;
        try
        {
            response = await _invoker.SendAsync(message, deadline.Token).ConfigureAwait(false);
            CallActivity.Answered(activity, response);
            using ResponseBody body = await ResponseBody.ReadAsync(response, deadline.Token).ConfigureAwait(false);
            return select(response, Answers.Read(call, response, body));
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
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw Answers.Broken(call, message, response, exception);
        }
        finally
        {
            response?.Dispose();
        }
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
