using ApiGen.Budgets;

namespace ApiGen;

/// <summary>Where and how a generated client calls. Read once, when the client is made.</summary>
public sealed class ApiClientOptions
{
    /// <summary>
    /// The scheme and host to call, and a path to put before every path; null for those in the spec. Where a spec
    /// names several hosts, this one stands for all.
    /// </summary>
    /// <value>Default: null.</value>
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// Where calls are counted. Clients of one app must share a store, or they don't know of each other's calls.
    /// </summary>
    /// <value>
    /// Default: <see cref="MemoryBudgetStore.Shared"/>, which all clients of the process share and which forgets with
    /// it.
    /// </value>
    public IBudgetStore BudgetStore { get; set; } = MemoryBudgetStore.Shared;

    /// <summary>
    /// How long a call may wait for slots of its budgets, in the order in which calls came; from zero to 366 days. A
    /// call that can't have them within this time fails at once. The wait isn't counted in <see cref="Timeout"/>, and
    /// ends with the call's cancellation token.
    /// </summary>
    /// <value>Default: zero; a call without a slot fails at once.</value>
    public TimeSpan BudgetWait { get; set; }

    /// <summary>
    /// Told when a call begins to wait for slots, and again when what it waits for changes. It is called while others
    /// wait, and so must not take long.
    /// </summary>
    /// <value>Default: null.</value>
    public Action<BudgetWaiting>? OnBudgetWaiting { get; set; }

    /// <summary>
    /// Told when a server reports another limit than the spec declares; once for each limit and number of a client.
    /// </summary>
    /// <value>Default: null.</value>
    public Action<LimitMismatch>? OnLimitMismatch { get; set; }

    /// <summary>
    /// Whether a call is sent, uncounted, when its budgets can't be reserved because the store can't be used. Then the
    /// promise about budgets doesn't hold.
    /// </summary>
    /// <value>Default: false; such a call fails with <see cref="BudgetStoreException"/> and isn't sent.</value>
    public bool SendsUncountedIfStoreFails { get; set; }

    /// <summary>
    /// The handler that talks to the network. It must not follow redirects or send a request again by itself: a
    /// signature and a permit are good for one request. The client doesn't dispose it.
    /// </summary>
    /// <value>Default: null, for one handler with one connection pool that all clients of the process share.</value>
    public HttpMessageHandler? PrimaryHandler { get; set; }

    /// <summary>
    /// Handlers around every call, the outermost first, such as one that retries. Each time one of them sends a request
    /// on, it draws on the budget anew and is signed afresh. The client takes them over; share none between clients.
    /// </summary>
    /// <value>Default: none.</value>
    public IList<DelegatingHandler> OuterHandlers { get; } = [];

    /// <summary>The clock for signatures and messages. A budget store has its own.</summary>
    /// <value>Default: <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// How long a call may last, with all its attempts and the reading of the answer; positive, at most 24 days. A call
    /// whose outcome is unknown stays counted from the end of this time.
    /// </summary>
    /// <value>Default: 100 seconds, as <see cref="HttpClient.Timeout"/>.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>The User-Agent header, which some APIs require to name the app; null to send none.</summary>
    /// <value>Default: <c>ApiGen</c>.</value>
    public string? UserAgent { get; set; } = "ApiGen";
}
