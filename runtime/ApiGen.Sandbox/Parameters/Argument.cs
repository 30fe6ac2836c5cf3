using System.Text.Json;
using ApiGen.CompilerServices;
using ApiGen.Sandbox.Routing;
using ApiGen.Sandbox.Serving;
using ApiGen.Sandbox.Verification;

namespace ApiGen.Sandbox.Parameters;

/// <summary>A parameter's value as a request carries it.</summary>
internal sealed record Argument(string Name, string Value, ParameterPlace Place)
{
    /// <summary>The value as it came, in a JSON body.</summary>
    public JsonElement? Json { get; init; }

    /// <summary>The file that it is, in a multipart body.</summary>
    public SandboxFile? File { get; init; }

    public static List<Argument> AllOf(IncomingRequest request, RouteMatch match) =>
    [
        .. match.PathArguments.Select(each => new Argument(each.Key, each.Value, ParameterPlace.Path)),
        .. request.Query.Where(IsOwn).Select(field => new Argument(field.Name, field.Value, ParameterPlace.Query)),
        .. request.Form.Where(IsOwn).Select(field => new Argument(field.Name, field.Value, ParameterPlace.Form)),
        .. HeadersOf(request, match.Route?.Endpoint.Parameters ?? []),
    ];

    // A request has many headers of no concern to the spec.
    private static IEnumerable<Argument> HeadersOf(IncomingRequest request, ParameterDescriptor[] parameters) =>
        from parameter in parameters
        where parameter.Place == ParameterPlace.Header
        from value in request.Headers.GetValueOrDefault(parameter.Name, [])
        select new Argument(parameter.Name, value, ParameterPlace.Header);

    // What is OAuth's is looked at with the signature, wherever it came.
    private static bool IsOwn(Field field) => !ProtocolParameters.IsProtocol(field);

    /// <summary>The values by name; those of a repeated name joined with commas.</summary>
    public static Dictionary<string, string> ByName(IEnumerable<Argument> arguments) => arguments
        .Where(argument => argument.File is null)
        .GroupBy(argument => argument.Name, argument => argument.Value)
        .ToDictionary(values => values.Key, values => string.Join(',', values));

    /// <summary>The values by name, and what the service takes for those that a request leaves out.</summary>
    public static Dictionary<string, string> WithDefaults(
        IReadOnlyDictionary<string, string> given, EndpointDescription endpoint)
    {
        Dictionary<string, string> values = new(given);
        foreach (ParameterDescription parameter in endpoint.Parameters)
        {
            if (parameter.Default is { } value) values.TryAdd(parameter.Name, value);
        }

        return values;
    }
}
