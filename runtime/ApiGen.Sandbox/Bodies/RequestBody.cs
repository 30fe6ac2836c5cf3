using System.Text;
using System.Text.Json;
using ApiGen.CompilerServices;
using ApiGen.Sandbox.Parameters;
using ApiGen.Sandbox.Serving;
using Microsoft.Net.Http.Headers;

namespace ApiGen.Sandbox.Bodies;

/// <summary>A body that isn't a form, as far as it can be read: what arguments it carries.</summary>
/// <param name="Kind">Its media type, or null if there is no body.</param>
/// <param name="Arguments">The arguments.</param>
/// <param name="Problem">Why it can't be read, or null if it can.</param>
internal sealed record RequestBody(string? Kind, IReadOnlyList<Argument> Arguments, string? Problem)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static RequestBody Read(IncomingRequest request)
    {
        if (request.HasForm || (request.Body.Length == 0 && request.ContentType is null)) return new(null, [], null);
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type))
            return new("no media type", [], null);
        string kind = type.MediaType.Value!.ToLowerInvariant();
        try
        {
            IReadOnlyList<Argument> arguments = kind switch
            {
                "application/json" => ReadJson(request.Body),
                "multipart/form-data" => ReadParts(request.Body, HeaderUtilities.RemoveQuotes(type.Boundary).Value),
                _ => [],
            };
            return new(kind, arguments, null);
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return new(kind, [], $"The body can't be read as {kind}: {exception.Message.TrimEnd('.')}.");
        }
    }

    /// <summary>Says that an endpoint's body is of another kind than it is to be, or null if it is of that kind.</summary>
    public string? FindViolation(EndpointDescriptor endpoint)
    {
        if (Problem is not null) return Problem;
        string? expected = endpoint.Parameters.Select(KindOf).FirstOrDefault(kind => kind is not null);
        bool isOther = Kind is not null && expected is not null && Kind != expected;
        if (isOther) return $"The body of {endpoint.Name} is to be {expected}, and it came as {Kind}.";

        // A JSON body is there even without arguments.
        return Kind is null && expected == "application/json"
            ? $"The body of {endpoint.Name} is to be application/json, and the request has none."
            : null;
    }

    private static string? KindOf(ParameterDescriptor parameter) => parameter.Place switch
    {
        ParameterPlace.Json => "application/json",
        ParameterPlace.Multipart => "multipart/form-data",
        _ => null,
    };

    private static List<Argument> ReadJson(byte[] body)
    {
        using JsonDocument document = JsonDocument.Parse(body, Strict);
        if (document.RootElement.ValueKind != JsonValueKind.Object) throw new FormatException("it is no object");
        return
        [
            .. document.RootElement.EnumerateObject()
                .Select(property => (property.Name, Value: property.Value.Clone()))
                .Select(property =>
                    new Argument(property.Name, property.Value.ToString(), ParameterPlace.Json) { Json = property.Value }),
        ];
    }

    private static List<Argument> ReadParts(byte[] body, string? boundary)
    {
        if (string.IsNullOrEmpty(boundary)) throw new FormatException("its type names no boundary");
        return
        [
            .. MultipartParser.Parse(body, boundary).Select(part =>
                new Argument(part.Name, part.FileName ?? Encoding.UTF8.GetString(part.Content), ParameterPlace.Multipart)
                {
                    File = part.FileName is null
                        ? null
                        : new SandboxFile(part.Name, part.FileName, part.ContentType, part.Content),
                }),
        ];
    }
}
