namespace ApiGen.Sandbox.Routing;

/// <summary>What was found for a request's method and path.</summary>
/// <param name="Route">The endpoint, or null if there is none.</param>
/// <param name="PathArguments">The arguments in the path.</param>
/// <param name="AllowedMethods">Without an endpoint, the methods that the path does have one for.</param>
internal sealed record RouteMatch(
    Route? Route, IReadOnlyList<KeyValuePair<string, string>> PathArguments, IReadOnlyList<string> AllowedMethods);
