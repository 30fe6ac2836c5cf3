using ApiGen.CompilerServices;

namespace ApiGen.Pipeline;

/// <summary>Finds what a spec says of a failure.</summary>
internal static class Failures
{
    /// <summary>
    /// The declared failure: one with the very code before one that its status alone tells, the endpoint's before the
    /// API's, and one of the very status before one of its class.
    /// </summary>
    public static FailureDescriptor? Find(EndpointDescriptor endpoint, int status, string? code) =>
        FindExact(endpoint.Failures, status, code)
        ?? FindExact(endpoint.Api.Failures, status, code)
        ?? FindExact(endpoint.Failures, status, null)
        ?? FindExact(endpoint.Api.Failures, status, null);

    /// <summary>What the spec says of an answer that may be a failure; null for a success, or where it says nothing.</summary>
    public static async ValueTask<FailureDescriptor?> FindAsync(
        EndpointDescriptor endpoint, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        // Kept, for whoever reads the answer after this.
        await response.Content.LoadIntoBufferAsync(cancellationToken).ConfigureAwait(false);
        byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        return ErrorBody.Read(endpoint, response.IsSuccessStatusCode, body) is { } words
            ? Find(endpoint, (int)response.StatusCode, words.Code)
            : null;
    }

    /// <summary>Whether the body of an answer may say that a budget is used up, which its status doesn't.</summary>
    public static bool MayLowerBudget(EndpointDescriptor endpoint, HttpResponseMessage response) => MaySay(
        endpoint, response, static failure => failure.Means is FailureMeaning.Wait or FailureMeaning.CoolDown);

    /// <summary>Whether the body of an answer may say that the credentials are refused, which its status doesn't.</summary>
    public static bool MayRefuseCredentials(EndpointDescriptor endpoint, HttpResponseMessage response) =>
        MaySay(endpoint, response, static failure => failure.Means == FailureMeaning.Auth);

    /// <summary>Whether the spec says by which failure a timestamp is refused.</summary>
    public static bool TellsTime(EndpointDescriptor endpoint) => Declares(endpoint, IsOfTime);

    /// <summary>Whether a status may be that of a refused timestamp, as far as the spec says.</summary>
    public static bool MayTellTime(EndpointDescriptor endpoint, int status) =>
        Declares(endpoint, failure => IsOfTime(failure) && failure.ComesWith(status));

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

    /// <summary>Whether a body has to be read to find a failure: for its code, or because its status is no failure's.</summary>
    private static bool MaySay(
        EndpointDescriptor endpoint, HttpResponseMessage response, Predicate<FailureDescriptor> isMeant)
    {
        bool isSuccess = response.IsSuccessStatusCode;
        return (!isSuccess || endpoint.MayFailInSuccess)
            && MaySay(endpoint, (int)response.StatusCode, isSuccess, isMeant);
    }

    // A method of its own, so that successes don't pay for the closure.
    private static bool MaySay(
        EndpointDescriptor endpoint, int status, bool isSuccess, Predicate<FailureDescriptor> isMeant) =>
        Declares(
            endpoint,
            failure => failure.ComesWith(status) && (isSuccess || failure.Code is not null) && isMeant(failure));

    private static bool Declares(EndpointDescriptor endpoint, Predicate<FailureDescriptor> match) =>
        Array.Exists(endpoint.Failures, match) || Array.Exists(endpoint.Api.Failures, match);

    private static FailureDescriptor? FindExact(FailureDescriptor[] failures, int status, string? code) =>
        Array.Find(failures, failure => failure.Code == code && failure.Status == status && failure.LastStatus == status)
        ?? Array.Find(failures, failure => failure.Code == code && failure.ComesWith(status));
}
