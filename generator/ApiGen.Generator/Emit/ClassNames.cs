using System.Collections.Generic;
using System.Linq;
using ApiGen.Generator.Model;

namespace ApiGen.Generator.Emit;

/// <summary>
/// The classes of a group of endpoints: one for what a user's client can call, one for what the app's can, and beneath
/// both, where there is such a thing, one for what needs no user.
/// </summary>
internal static class ClassNames
{
    /// <summary>The class that an endpoint's methods are printed in.</summary>
    public static string Of(string api, string resource, AuthMode auth) => auth switch
    {
        AuthMode.User => api + resource,
        AuthMode.App => $"{api}App{resource}",
        _ => $"{api}Any{resource}",
    };

    /// <summary>The groups of which a client of one kind has a call, each with all of its endpoints.</summary>
    public static IEnumerable<IGrouping<string, EndpointName>> GroupsOf(ResolvedSpec spec, AuthMode client)
    {
        AuthMode other = client == AuthMode.User ? AuthMode.App : AuthMode.User;
        return spec.AllEndpoints
            .GroupBy(endpoint => endpoint.Resource)
            .Where(group => group.Any(endpoint => endpoint.Auth != other));
    }

    /// <summary>Whether a group has calls that need no user, which have a class of their own.</summary>
    public static bool HasShared(IEnumerable<EndpointName> group) =>
        group.Any(endpoint => endpoint.Auth is AuthMode.Any or AuthMode.None);
}
