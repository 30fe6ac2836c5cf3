using ApiGen.CompilerServices;

namespace ApiGen.Pipeline;

/// <summary>Finds what a spec says of a failure.</summary>
internal static class Failures
{
    /// <summary>
    /// The declared failure: the endpoint's before the API's, and one with the very code before one that its status
    /// alone tells.
    /// </summary>
    public static FailureDescriptor? Find(EndpointDescriptor endpoint, int status, string? code) =>
        FindExact(endpoint.Failures, status, code)
        ?? FindExact(endpoint.Api.Failures, status, code)
        ?? FindExact(endpoint.Failures, status, null)
        ?? FindExact(endpoint.Api.Failures, status, null);

    /// <summary>Whether the body of a failure may say that a budget is used up, which its status doesn't.</summary>
    public static bool MayLowerBudget(EndpointDescriptor endpoint, int status)
    {
        return Array.Exists(endpoint.Failures, LowersBudget) || Array.Exists(endpoint.Api.Failures, LowersBudget);

        bool LowersBudget(FailureDescriptor failure) =>
            failure.Status == status && failure.Code is not null
            && failure.Means is FailureMeaning.Wait or FailureMeaning.CoolDown;
    }

    /// <summary>Whether the spec says by which failure a timestamp is refused.</summary>
    public static bool TellsTime(EndpointDescriptor endpoint) =>
        Array.Exists(endpoint.Failures, IsOfTime) || Array.Exists(endpoint.Api.Failures, IsOfTime);

    /// <summary>Whether a status may be that of a refused timestamp, as far as the spec says.</summary>
    public static bool MayTellTime(EndpointDescriptor endpoint, int status) =>
        Array.Exists(endpoint.Failures, failure => IsOfTime(failure) && failure.Status == status)
        || Array.Exists(endpoint.Api.Failures, failure => IsOfTime(failure) && failure.Status == status);

    /// <summary>What a status says where the spec is silent. 403 says too many things to say one.</summary>
    public static FailureMeaning MeaningOf(int status) => status switch
    {
        401 => FailureMeaning.Auth,
        420 or 429 => FailureMeaning.Wait,
        404 or 410 => FailureMeaning.Never,
        400 or 405 or 413 or 414 or 415 or 422 => FailureMeaning.Fix,
        >= 500 => FailureMeaning.OutcomeUnknown,
        _ => FailureMeaning.Unspecified,
    };

    private static bool IsOfTime(FailureDescriptor failure) => failure.Means == FailureMeaning.Clock;

    private static FailureDescriptor? FindExact(FailureDescriptor[] failures, int status, string? code) =>
        Array.Find(failures, failure => failure.Status == status && failure.Code == code);
}
