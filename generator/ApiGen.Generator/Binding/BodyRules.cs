using System.Collections.Generic;
using System.Linq;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>Knows which requests have a body, and what kinds of it don't mix.</summary>
internal static class BodyRules
{
    /// <summary>
    /// Reports a body that the request's method doesn't have, and parameters in another kind of body than the rest.
    /// </summary>
    /// <param name="request">The endpoint's method, or null if it can't be read.</param>
    /// <param name="places">
    /// Where the endpoint says that its parameters travel, itself first, and then each that says it of its own.
    /// </param>
    /// <param name="diagnostics">Where errors go.</param>
    public static void Check(
        RequestLine? request, IEnumerable<(YamlScalar Text, ParameterPlace Place)> places, DiagnosticBag diagnostics)
    {
        YamlScalar? first = null;
        foreach ((YamlScalar text, ParameterPlace place) in places.Where(pair => IsBody(pair.Place)))
        {
            if (request?.Method is "GET" or "HEAD")
                diagnostics.Report(DiagnosticDescriptors.BodyNotAllowed, text.Span, text.Value, request.Method);
            else if (first is not null && first.Value != text.Value)
                diagnostics.Report(DiagnosticDescriptors.MixedBodies, text.Span, text.Value, first.Value);
            first ??= text;
        }
    }

    /// <summary>Whether a type is a file, or has any in it.</summary>
    public static bool HasFile(TypeReference type) => type switch
    {
        ListReference list => HasFile(list.Element),
        MapReference map => HasFile(map.Element),
        _ => type is ScalarReference { Kind: ScalarKind.File },
    };

    private static bool IsBody(ParameterPlace place) =>
        place is ParameterPlace.Form or ParameterPlace.Json or ParameterPlace.Multipart;
}
