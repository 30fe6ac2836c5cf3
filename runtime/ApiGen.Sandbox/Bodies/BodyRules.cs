using ApiGen.CompilerServices;
using ApiGen.Sandbox.Parameters;

namespace ApiGen.Sandbox.Bodies;

/// <summary>Holds what only bodies carry against what the spec says: files, and JSON.</summary>
internal static class BodyRules
{
    /// <summary>Says which argument is wrong and why, or null if none is.</summary>
    public static string? FindViolation(
        ApiDescription api, EndpointDescription endpoint, IReadOnlyList<Argument> arguments)
    {
        JsonRules rules = new(api);
        return arguments
            .Select(argument => FindViolation(
                rules,
                argument,
                endpoint.Parameters.First(parameter => parameter.Name == argument.Name),
                ParameterRules.DescriptorOf(argument.Name, endpoint)))
            .FirstOrDefault(violation => violation is not null);
    }

    private static string? FindViolation(
        JsonRules rules, Argument argument, ParameterDescription parameter, ParameterDescriptor? descriptor)
    {
        if (argument.Json is { } json)
        {
            return rules.FindViolation(json, parameter.Type, parameter.Name, parameter.IsRequired, parameter.Format)
                ?? JsonRules.NotAmong(json, parameter)
                ?? ValueRules.FindBreach(
                    ValueRules.ValuesOf(argument, parameter, descriptor), parameter, descriptor);
        }

        bool isFile = parameter.Type is "file" or "file[]";
        if (isFile == argument.File is not null) return null;
        return isFile
            ? $"{argument.Name} is to be a file, and its part has no file name."
            : $"{argument.Name} is to be of type {parameter.Type}, and the file '{argument.Value}' is not.";
    }
}
