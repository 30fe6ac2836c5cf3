using System.Globalization;
using ApiGen.Budgets;
using ApiGen.CompilerServices;
using ApiGen.Sandbox.Limits;
using ApiGen.Sandbox.Verification;

namespace ApiGen.Sandbox.Answers;

/// <summary>
/// Answers requests that are wrong in themselves: with the API's own status, code and layout where its spec declares a
/// failure of that meaning, and always with a message that tells a developer what to change.
/// </summary>
internal sealed class Refusals(ApiDescriptor api)
{
    private string Challenge => api.User is { Scheme: not AuthScheme.OAuth1 } ? "Bearer" : "OAuth";

    public Answer UnknownPath(string path) =>
        FromApi(FailureMeaning.Fix, "", $"No endpoint of {api.Name} has the path {path}.", 404);

    public Answer WrongMethod(string method, string path, string allowed)
    {
        string message = $"{path} is not called with {method}; it allows {allowed}.";
        return FromApi(FailureMeaning.Fix, "", message, 405).With("Allow", allowed);
    }

    public Answer NotVerified(VerificationProblem problem)
    {
        int status = problem switch
        {
            { IsMalformed: true } => 400,
            { IsForbidden: true } => 403,
            _ => 401,
        };

        // An API that tells a stale timestamp from other bad credentials means the clock by it.
        bool isTime = problem.Topic == "Timestamp"
            && Array.Exists(api.Failures, failure => failure.Means == FailureMeaning.Clock && failure.Status == status);
        FailureMeaning means = isTime ? FailureMeaning.Clock : FailureMeaning.Auth;
        Answer answer = FromApi(means, problem.Topic, problem.Message, status);
        return answer.Status == 401 ? answer.With("WWW-Authenticate", Challenge) : answer;
    }

    public Answer WrongParameters(string problem) => FromApi(FailureMeaning.Fix, "Parameter", problem, 400, 403);

    public static Answer OverLimit(EndpointDescriptor endpoint, LimitBreach breach, DateTimeOffset now)
    {
        FailureDescriptor? declared = DeclaredFailures.Of(endpoint).FirstOrDefault(failure => SaysOf(breach, failure));
        string message = Describe(breach);
        if (declared is not null) return ErrorBody.Of(endpoint, declared.Status, declared.Code, message);

        Answer answer = ErrorBody.Of(endpoint, 429, null, message);
        if (breach.FreeAt is not { } freeAt) return answer;

        double seconds = Math.Ceiling((freeAt - now).TotalSeconds);
        return answer.With("Retry-After", seconds.ToString(CultureInfo.InvariantCulture));
    }

    public static Answer NoExample(EndpointDescriptor endpoint) => ErrorBody.Of(
        endpoint,
        501,
        null,
        $"The spec of {endpoint.Name} has no example of an answer, so the sandbox has none to give.");

    /// <summary>A failure that the spec declares, as one endpoint answers it.</summary>
    public static Answer Declared(EndpointDescriptor endpoint, FailureDescriptor failure) =>
        ErrorBody.Of(endpoint, failure.Status, failure.Code, failure.Summary ?? failure.Name);

    // Calls at once are over in a moment; to cool down for them would be too much.
    private static bool SaysOf(LimitBreach breach, FailureDescriptor failure) =>
        (failure.Scope ?? breach.Limit.Scope) == breach.Limit.Scope
        && (failure.Means == FailureMeaning.Wait
            || (failure.Means == FailureMeaning.CoolDown && breach.FreeAt is not null));

    private static string Describe(LimitBreach breach)
    {
        (string owner, BudgetLimit limit, DateTimeOffset? freeAt) = breach;
        string whose = limit.Scope switch
        {
            BudgetScope.User => "user",
            BudgetScope.AppToken => "app's token",
            BudgetScope.Ip => "network address",
            _ => "app",
        };
        string each = limit.ForEach is { } names ? $" for one value of {names.Replace("\n", " and ", StringComparison.Ordinal)}" : "";
        string time = limit.Calendar is { } calendar
            ? $"each {calendar.Period.ToString().ToLowerInvariant()} of {calendar.Zone}"
            : $"any {limit.Window:c}";
        return freeAt is null
            ? $"At most {limit.Count} calls of {owner} are allowed to one {whose}{each} at once, and they are under way."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"In {time} at most {limit.Count} calls of {owner} are allowed to one {whose}{each}, " +
                $"and they are used. The next is free at {freeAt.Value.UtcDateTime:yyyy-MM-dd HH:mm:ss.fff} UTC.");
    }

    private Answer Declared(FailureDescriptor failure, string message) =>
        ErrorBody.Of(api, failure.Status, failure.Code, message);

    private Answer FromApi(FailureMeaning means, string topic, string message, params ReadOnlySpan<int> statuses) =>
        DeclaredFailures.Matching(api.Failures, means, topic, statuses) is { } declared
            ? Declared(declared, message)
            : ErrorBody.Of(api, statuses[0], null, message);
}
