using ApiGen.CompilerServices;
using ApiGen.Sandbox.Answers;
using ApiGen.Sandbox.Limits;
using ApiGen.Sandbox.Parameters;
using ApiGen.Sandbox.Routing;
using ApiGen.Sandbox.Verification;

namespace ApiGen.Sandbox.Serving;

/// <summary>
/// Takes a request in and decides its answer, in a server's order: route, signature, limits, parameters, and then
/// what a test asked for or the example.
/// </summary>
internal sealed class RequestHandler(ApiDescription api, Accounts accounts, TimeProvider clock)
{
    private readonly RouteTable _routes = new(api);
    private readonly SignatureVerifier _verifier = new(accounts, MethodOf(api.Api), api.Api.Signing.BodyHash);
    private readonly Refusals _refusals = new(api.Api);

    public ArrivalLog Arrivals { get; } = new(clock);

    public Script Script { get; } = new(api);

    public (SandboxRequest Request, Reply Reply) Take(IncomingRequest incoming)
    {
        RouteMatch match = _routes.Find(incoming.Method, incoming.Path);
        List<Argument> arguments = Argument.AllOf(incoming, match);
        SandboxAccount? account = null;
        VerificationProblem? problem =
            match.Route is null ? null : _verifier.Verify(incoming, clock.GetUtcNow(), out account);
        SandboxRequest request = new(incoming.Method, incoming.Target, Argument.ByName(arguments))
        {
            Endpoint = match.Route?.Endpoint.Name,
            User = account is null ? null : UserOf(account),
            App = account?.ConsumerKey,
        };
        LimitBreach? breach = Arrivals.Add(request, match.Route?.Endpoint);
        if (match.Route is null) return (request, new(NoRoute(incoming, match)));
        if (problem is not null) return (request, new(_refusals.NotVerified(problem)));
        if (breach is not null)
        {
            return (request, new(_refusals.OverLimit(match.Route.Endpoint, breach, request.Arrived)));
        }

        return ParameterRules.FindViolation(match.Route.Description, arguments) is { } violation
            ? (request, new(_refusals.WrongParameters(violation)))
            : (request, Answer(match.Route, request));
    }

    // By the words that the two names share: HmacSha1 is HMAC-SHA1.
    private static string MethodOf(ApiDescriptor api) => SignatureMethod.All
        .Select(method => method.Name)
        .First(name => name.Replace("-", "", StringComparison.Ordinal)
            .Equals(api.Signing.Signature.ToString(), StringComparison.OrdinalIgnoreCase));

    private Answer NoRoute(IncomingRequest incoming, RouteMatch match) => match.AllowedMethods.Count == 0
        ? _refusals.UnknownPath(incoming.Path)
        : _refusals.WrongMethod(incoming.Method, incoming.Path, string.Join(", ", match.AllowedMethods));

    private Reply Answer(Route route, SandboxRequest request)
    {
        ScriptedAnswer? scripted = Script.Take(route.Endpoint);
        Answer answer = scripted switch
        {
            { Raw: { } raw } => raw,
            { Failure: { } failure } => _refusals.Declared(DeclaredFailures.Named(failure, route.Endpoint)!),
            _ => route.Example?.For(request.Parameters) ?? _refusals.NoExample(route.Endpoint),
        };
        return scripted is null ? new(answer) : new(answer.With(scripted.Headers), scripted.Delay, scripted.Delivery);
    }

    private string? UserOf(SandboxAccount account)
    {
        if (account.Token.Length == 0) return null;

        if (api.Api.UserId != UserIdSource.TokenPrefix) return account.Token;

        int hyphen = account.Token.IndexOf('-', StringComparison.Ordinal);
        return hyphen > 0 ? account.Token[..hyphen] : account.Token;
    }
}
