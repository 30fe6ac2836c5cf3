using System.Globalization;
using ApiGen.CompilerServices;

namespace ApiGen.Sandbox.Parameters;

/// <summary>Holds a request's arguments against what the spec says of the endpoint's parameters.</summary>
internal static class ParameterRules
{
    /// <summary>Says which parameter is wrong and why, or null if none is.</summary>
    public static string? FindViolation(EndpointDescription endpoint, IReadOnlyList<Argument> arguments) =>
        arguments.Select(argument => Violation(endpoint, argument)).FirstOrDefault(violation => violation is not null)
        ?? Repeated(endpoint, arguments)
        ?? Missing(endpoint, arguments)
        ?? RuleViolations.Find(endpoint, arguments);

    private static string? Violation(EndpointDescription endpoint, Argument argument)
    {
        ParameterDescription? parameter = endpoint.Parameters.FirstOrDefault(each => each.Name == argument.Name);
        if (parameter is null)
        {
            string[] known = [.. endpoint.Parameters.Select(each => each.Name)];
            return $"{endpoint.Endpoint.Name} has no parameter '{argument.Name}'. " +
                   $"It has {(known.Length == 0 ? "none" : string.Join(", ", known))}.";
        }

        ParameterDescriptor? descriptor =
            endpoint.Endpoint.Parameters.FirstOrDefault(each => each.Name == argument.Name);
        if (descriptor is { Place: var place } && place != argument.Place)
            return $"{argument.Name} came in the {Name(argument.Place)}, and belongs in the {Name(place)}.";
        if (!IsOfType(argument.Value, parameter.Type))
        {
            string shown = ValueViolations.Shown(descriptor, argument.Value);
            return $"{argument.Name} is to be of type {parameter.Type}, and {shown} is not.";
        }

        return descriptor is null ? null : ValueViolations.Find(parameter, descriptor, argument.Value);
    }

    private static string? Repeated(EndpointDescription endpoint, IReadOnlyList<Argument> arguments) =>
        endpoint.Parameters
            .Where(parameter =>
                IsScalar(parameter.Type) && arguments.Count(argument => argument.Name == parameter.Name) > 1)
            .Select(parameter => $"{parameter.Name} is given more than once.")
            .FirstOrDefault();

    private static string? Missing(EndpointDescription endpoint, IReadOnlyList<Argument> arguments) =>
        endpoint.Parameters
            .Where(parameter => parameter.IsRequired && arguments.All(argument => argument.Name != parameter.Name))
            .Select(parameter => $"{parameter.Name} is required, and the request lacks it.")
            .FirstOrDefault();

    private static bool IsScalar(string type) => type is "string" or "bool" or "int32" or "int64" or "double";

    // A type that the spec names itself is read by the client alone; any text may be one.
    private static bool IsOfType(string value, string type) => type switch
    {
        "bool" => value is "true" or "false",
        "int32" => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "int64" => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "double" => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                    && double.IsFinite(number),
        _ => true,
    };

    private static string Name(ParameterPlace place) => place switch
    {
        ParameterPlace.Form => "form",
        ParameterPlace.Path => "path",
        _ => "query",
    };
}
