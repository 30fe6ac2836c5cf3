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

    private static FailureDescriptor? FindExact(FailureDescriptor[] failures, int status, string? code) =>
        Array.Find(failures, failure => failure.Status == status && failure.Code == code);
}
