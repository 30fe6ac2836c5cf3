using ApiGen.CompilerServices;

namespace ApiGen.Sandbox.Answers;

/// <summary>Finds a failure among those that a spec declares.</summary>
internal static class DeclaredFailures
{
    /// <summary>The failures that an endpoint may answer: its own, then its API's.</summary>
    public static IEnumerable<FailureDescriptor> Of(EndpointDescriptor endpoint) =>
        endpoint.Failures.Concat(endpoint.Api.Failures);

    public static FailureDescriptor? Named(string name, EndpointDescriptor endpoint) =>
        Of(endpoint).FirstOrDefault(failure => failure.Name == name);

    /// <summary>
    /// The first failure of a status and meaning; one whose name has the topic in it goes before the others, so that a
    /// stale timestamp is answered <c>TimestampOutOfBounds</c> where an API tells it from other bad credentials.
    /// </summary>
    public static FailureDescriptor? Matching(
        IEnumerable<FailureDescriptor> declared, FailureMeaning means, string topic, params ReadOnlySpan<int> statuses)
    {
        FailureDescriptor? first = null;
        foreach (FailureDescriptor failure in declared)
        {
            if (failure.Means != means || !statuses.Contains(failure.Status)) continue;
            if (failure.Name.Contains(topic, StringComparison.OrdinalIgnoreCase)) return failure;
            first ??= failure;
        }

        return first;
    }
}
