using System.Diagnostics;
using System.Globalization;
using ApiGen.Budgets;
using ApiGen.CompilerServices;

namespace ApiGen.Pipeline;

/// <summary>
/// Traces calls as spans of the source <c>ApiGen</c>. A span tells which endpoint was called and what came of it, in few
/// words that a backend can group by; nothing that was sent, and no text of the server's, is in it.
/// </summary>
internal static class CallActivity
{
    private static readonly ActivitySource Source = new("ApiGen");

    /// <summary>Whether anybody listens; a call that nobody traces pays for no more than this question.</summary>
    public static bool IsTraced => Source.HasListeners();

    /// <summary>Makes a call of an endpoint within a span.</summary>
    public static async Task<TResult> TraceAsync<TResult>(
        EndpointDescriptor endpoint, Func<Activity?, Task<TResult>> send)
    {
        using Activity? activity = Source.StartActivity($"{endpoint.Api.Name} {endpoint.Name}");
        activity?.SetTag("apigen.api", endpoint.Api.Name);
        activity?.SetTag("apigen.endpoint", endpoint.Name);
        activity?.SetTag("http.request.method", endpoint.Method);
        try
        {
            return await send(activity).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Fail(activity, exception);
            throw;
        }
    }

    /// <summary>Notes that an answer came.</summary>
    public static void Answered(Activity? activity, HttpResponseMessage response) =>
        activity?.SetTag("http.response.status_code", (int)response.StatusCode);

    private static void Fail(Activity? activity, Exception exception)
    {
        if (activity is null) return;
        var failure = exception as ApiException;
        activity.SetStatus(ActivityStatusCode.Error);
        activity.SetTag("apigen.means", failure?.Means.ToString());
        activity.SetTag("apigen.scope", ScopeOf(exception));

        // By OpenTelemetry's rule: the name of the error where there is one, and the exception's type elsewhere.
        activity.SetTag(
            "error.type",
            failure?.Name
                ?? ((int?)failure?.StatusCode)?.ToString(CultureInfo.InvariantCulture)
                ?? exception.GetType().FullName);
    }

    private static string? ScopeOf(Exception exception) =>
        exception is BudgetExhaustedException exhausted ? BudgetText.Scope(exhausted.State.Key.Scope) : null;
}
