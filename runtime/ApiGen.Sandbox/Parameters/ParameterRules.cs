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
        ?? Miscounted(endpoint, arguments)
        ?? RuleViolations.Find(endpoint, arguments);

    /// <summary>What clients know of a parameter, or null if they know nothing.</summary>
    public static ParameterDescriptor? DescriptorOf(string parameter, EndpointDescription endpoint) =>
        Array.Find(endpoint.Endpoint.Parameters, descriptor => descriptor.Name == parameter);

    private static string? Violation(EndpointDescription endpoint, Argument argument)
    {
        ParameterDescription? parameter = endpoint.Parameters.FirstOrDefault(each => each.Name == argument.Name);
        if (parameter is null)
        {
            string[] known = [.. endpoint.Parameters.Select(each => each.Name)];
            return $"{endpoint.Endpoint.Name} has no parameter '{argument.Name}'. " +
                   $"It has {(known.Length == 0 ? "none" : string.Join(", ", known))}.";
        }

        ParameterDescriptor? descriptor = DescriptorOf(argument.Name, endpoint);
        if (descriptor is not null && descriptor.Place != argument.Place)
        {
            return $"{argument.Name} came in the {Name(argument.Place)}, and belongs in the {Name(descriptor.Place)}.";
        }

        // What came in JSON is looked at with its own types.
        return argument.Place == ParameterPlace.Json
            ? null
            : ValueRules.FindViolation(argument, parameter, descriptor);
    }

    private static string? Repeated(EndpointDescription endpoint, IReadOnlyList<Argument> arguments) =>
        endpoint.Parameters
            .Where(parameter =>
                !IsRepeated(endpoint, parameter) && arguments.Count(argument => argument.Name == parameter.Name) > 1)
            .Select(parameter => $"{parameter.Name} is given more than once.")
            .FirstOrDefault();

    private static string? Missing(EndpointDescription endpoint, IReadOnlyList<Argument> arguments) =>
        endpoint.Parameters
            .Where(parameter => parameter.IsRequired && arguments.All(argument => argument.Name != parameter.Name))
            .Select(parameter => $"{parameter.Name} is required, and the request lacks it.")
            .FirstOrDefault();

    /// <summary>A list has too few or too many values, however it is sent.</summary>
    private static string? Miscounted(EndpointDescription endpoint, IReadOnlyList<Argument> arguments)
    {
        foreach (ParameterDescription parameter in endpoint.Parameters)
        {
            ParameterDescriptor? descriptor = DescriptorOf(parameter.Name, endpoint);
            int count = arguments
                .Where(argument => argument.Name == parameter.Name)
                .Sum(argument => ValueRules.ValuesOf(argument, parameter, descriptor).Length);
            if (count == 0) continue;
            if (count < descriptor?.MinItems)
                return $"{parameter.Name} is to have {descriptor.MinItems} values at least, and has {count}.";
            if (count > descriptor?.MaxItems)
                return $"{parameter.Name} is to have {descriptor.MaxItems} values at most, and has {count}.";
        }

        return null;
    }

    private static bool IsRepeated(EndpointDescription endpoint, ParameterDescription parameter) =>
        DescriptorOf(parameter.Name, endpoint) is { } descriptor
        && (descriptor.Join == ListJoin.Repeated || parameter.Type == "file[]");

    private static string Name(ParameterPlace place) => place switch
    {
        ParameterPlace.Form => "form",
        ParameterPlace.Path => "path",
        ParameterPlace.Header => "headers",
        ParameterPlace.Json => "JSON body",
        ParameterPlace.Multipart => "multipart body",
        _ => "query",
    };
}
