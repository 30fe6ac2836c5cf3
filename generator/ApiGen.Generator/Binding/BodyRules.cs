using System.Collections.Generic;
using System.Linq;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>Knows which requests have a body, what kinds of it don't mix, and which types travel in which.</summary>
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

    /// <summary>
    /// Why a parameter of a type can't travel there, or null if it can. Whether a described type is an object, only all
    /// files together tell.
    /// </summary>
    public static string? FindProblem(TypeReference type, ParameterPlace place)
    {
        TypeReference core = type is ListReference list ? list.Element : type;
        return core switch
        {
            ScalarReference { Kind: ScalarKind.File } when place != ParameterPlace.Multipart =>
                "a file is a part of a multipart body",
            _ when place == ParameterPlace.Json => HasFile(type) ? "JSON has no files" : null,
            ScalarReference { Kind: ScalarKind.Json } => "free-form JSON travels in a JSON body alone",
            ScalarReference or ObjectReference => null,
            _ => "lists of lists and maps travel in a JSON body alone",
        };
    }

    private static bool HasFile(TypeReference type) => type switch
    {
        ListReference list => HasFile(list.Element),
        MapReference map => HasFile(map.Element),
        _ => type is ScalarReference { Kind: ScalarKind.File },
    };

    private static bool IsBody(ParameterPlace place) =>
        place is ParameterPlace.Form or ParameterPlace.Json or ParameterPlace.Multipart;
}
