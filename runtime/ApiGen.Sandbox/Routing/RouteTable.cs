using ApiGen.CompilerServices;

namespace ApiGen.Sandbox.Routing;

/// <summary>Finds the endpoint of a request.</summary>
internal sealed class RouteTable(ApiDescription api)
{
    // The path with fewer parameters goes first, so that /users/me is not taken for /users/{id}.
    private readonly Route[] _routes =
        [.. api.Endpoints.Select(endpoint => new Route(endpoint)).OrderBy(route => route.Path.ParameterCount)];

    public RouteMatch Find(string method, string path)
    {
        List<string> allowed = [];
        foreach (Route route in _routes)
        {
            if (route.Path.Match(path) is not { } arguments) continue;
            if (route.Endpoint.Method == method) return new(route, arguments, []);
            if (!allowed.Contains(route.Endpoint.Method)) allowed.Add(route.Endpoint.Method);
        }

        return new(null, [], allowed);
    }
}
