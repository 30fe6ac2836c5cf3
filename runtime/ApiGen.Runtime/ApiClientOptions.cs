using ApiGen.Budgets;

namespace ApiGen;

/// <summary>Where and how a generated client calls. Read once, when the client is made.</summary>
public sealed class ApiClientOptions
{
    /// <summary>
    /// The scheme and host to call, and a path to put before every path; null for the one in the spec.
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
