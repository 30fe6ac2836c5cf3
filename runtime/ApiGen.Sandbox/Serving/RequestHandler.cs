using ApiGen.CompilerServices;
using ApiGen.Sandbox.Answers;
using ApiGen.Sandbox.Bodies;
using ApiGen.Sandbox.Limits;
using ApiGen.Sandbox.Parameters;
using ApiGen.Sandbox.Routing;
using ApiGen.Sandbox.SignIn;
using ApiGen.Sandbox.Verification;

namespace ApiGen.Sandbox.Serving;

/// <summary>
/// Takes a request in and decides its answer, in a server's order: route, caller, limits, parameters, and then
/// what a test asked for or the example. Requests of a sign-in are answered first.
/// </summary>
internal sealed class RequestHandler(
    ApiDescription api, SignInServer signIn, CallerVerifier callers, TimeProvider clock)
{
    private readonly RouteTable _routes = new(api);
    private readonly Refusals _refusals = new(api.Api);

    public ArrivalLog Arrivals { get; } = new(clock);

    public Script Script { get; } = new(api);

    public (SandboxRequest Request, Reply Reply) Take(IncomingRequest incoming)
    {
        if (signIn.Take(incoming) is { } page)
        {
            SandboxRequest visit = new(incoming.Method, incoming.Target, new Dictionary<string, string>());
            Arrivals.Add(visit, endpoint: null);
            return (visit, new(page));
        }

        RouteMatch match = _routes.Find(incoming.Method, incoming.Path);
        RequestBody body = RequestBody.Read(incoming);
        List<Argument> arguments = [.. Argument.AllOf(incoming, match), .. body.Arguments];
        (string App, string? User)? caller = null;
        VerificationProblem? problem =
            match.Route is null ? null : callers.Verify(incoming, match.Route.Endpoint, out caller);
        SandboxRequest request = new(incoming.Method, incoming.Target, Argument.ByName(arguments))
        {
            Endpoint = match.Route?.Endpoint.Name,
            User = caller?.User,
            App = caller?.App,
            Files = [.. arguments.Select(argument => argument.File).OfType<SandboxFile>()],
        };
        Admission admission = Arrivals.Add(request, match.Route?.Endpoint);
        if (match.Route is null) return (request, new(NoRoute(incoming, match)));
        if (problem is not null) return (request, new(_refusals.NotVerified(problem)));

        var limits = LimitHeaderFields.Of(admission.Reports, request.Arrived);
        if (admission.Breach is { } breach)
        {
            return (request, new(Refusals.OverLimit(match.Route.Endpoint, breach, request.Arrived).With(limits)));
        }

        return FindViolation(match.Route.Description, body, arguments) is { } violation
            ? (request, new(_refusals.WrongParameters(violation).With(limits)))
            : (request, Answer(match.Route, request, limits));
    }

    private string? FindViolation(EndpointDescription endpoint, RequestBody body, List<Argument> arguments) =>
        body.FindViolation(endpoint.Endpoint)
        ?? ParameterRules.FindViolation(endpoint, arguments)
        ?? BodyRules.FindViolation(api, endpoint, arguments);

    private Answer NoRoute(IncomingRequest incoming, RouteMatch match) => match.AllowedMethods.Count == 0
        ? _refusals.UnknownPath(incoming.Path)
        : _refusals.WrongMethod(incoming.Method, incoming.Path, string.Join(", ", match.AllowedMethods));

    private Reply Answer(Route route, SandboxRequest request, List<KeyValuePair<string, string?>> limits)
    {
        ScriptedAnswer? scripted = Script.Take(route.Endpoint);
        Answer answer = scripted switch
        {
            { Raw: { } raw } => raw,
            { Failure: { } failure } => Refusals.Declared(
                route.Endpoint, DeclaredFailures.Named(failure, route.Endpoint)!),
            _ => ExampleFor(route, request),
        };
        answer = answer.With(limits);
        return scripted is null ? new(answer) : new(answer.With(scripted.Headers), scripted.Delay, scripted.Delivery);
    }

    private Answer ExampleFor(Route route, SandboxRequest request)
    {
        if (route.Example is not { } example) return Refusals.NoExample(route.Endpoint);
        var values = Argument.WithDefaults(request.Parameters, route.Description);
        return example.FindViolation(values) is { } violation
            ? _refusals.WrongParameters(violation)
            : example.For(values);
    }
}
