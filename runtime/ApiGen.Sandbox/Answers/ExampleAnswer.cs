using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ApiGen.CompilerServices;

namespace ApiGen.Sandbox.Answers;

/// <summary>
/// Answers an endpoint's example, with the request's own arguments in the fields that bear their names: who follows
/// <c>someone</c> is answered <c>someone</c>.
/// </summary>
internal sealed class ExampleAnswer
{
    private readonly EndpointDescriptor _endpoint;
    private readonly byte[] _text;
    private readonly ExamplePages? _pages;

    private ExampleAnswer(EndpointDescription endpoint, byte[] text)
    {
        _endpoint = endpoint.Endpoint;
        _text = text;
        if (_endpoint.Content != AnswerContent.Json || _endpoint.Pages is not { } pages) return;
        string type = endpoint.Parameters.First(parameter => parameter.Name == pages.Parameter).Type;
        _pages = new ExamplePages(_endpoint, isNumber: type is "int32" or "int64", JsonNode.Parse(_text)!);
    }

    /// <summary>The answers of an endpoint, or null if its spec has no example of one and it needs one.</summary>
    public static ExampleAnswer? Of(EndpointDescription endpoint)
    {
        AnswerContent content = endpoint.Endpoint.Content;
        try
        {
            byte[] text = content == AnswerContent.Json ? TextOf(endpoint) : endpoint.Example;
            return text.Length == 0 && content != AnswerContent.None ? null : new(endpoint, text);
        }
        catch (JsonException exception)
        {
            throw new ArgumentException(
                $"The example of {endpoint.Endpoint.Name} is not JSON: {exception.Message}",
                nameof(endpoint),
                exception);
        }
    }

    /// <summary>Says why there is no page that a request asks for, or null if there is.</summary>
    public string? FindViolation(IReadOnlyDictionary<string, string> arguments) => _pages?.FindViolation(arguments);

    public Answer For(IReadOnlyDictionary<string, string> arguments) => _endpoint.Content switch
    {
        AnswerContent.None => new Answer(204, default, ""),
        AnswerContent.Text => new Answer(200, _text, "text/plain; charset=utf-8"),
        AnswerContent.Bytes => new Answer(200, _text, "application/octet-stream"),
        _ => JsonFor(arguments),
    };

    private static byte[] TextOf(EndpointDescription endpoint)
    {
        if (endpoint.Example.Length > 0) JsonElement.Parse(endpoint.Example);
        if (endpoint.UnwrappedExample.Length == 0) return endpoint.Example;
        JsonNode? value = JsonNode.Parse(endpoint.UnwrappedExample);
        return Encoding.UTF8.GetBytes(JsonPlaces.Put(null, endpoint.Endpoint.Unwrap ?? ".", value)!.ToJsonString());
    }

    private Answer JsonFor(IReadOnlyDictionary<string, string> arguments)
    {
        JsonNode? body = JsonNode.Parse(_text);
        if (JsonPlaces.At(body, _endpoint.Unwrap ?? ".") is JsonObject value) Fill(value, arguments);
        if (_pages is not null) body = _pages.Turn(body, arguments);
        return body is null ? Answer.Json(200, _text) : Answer.Json(200, json => body.WriteTo(json));
    }

    // An argument that can't be of the field's type leaves the example as it is: a body must stay readable as its type.
    private static void Fill(JsonObject value, IReadOnlyDictionary<string, string> arguments)
    {
        foreach ((string name, string argument) in arguments)
        {
            if (value[name] is JsonValue field && ValueOf(field.GetValueKind(), argument) is { } filled)
                value[name] = filled;
        }
    }

    private static JsonValue? ValueOf(JsonValueKind kind, string argument)
    {
        switch (kind)
        {
            case JsonValueKind.String:
                return JsonValue.Create(argument);
            case JsonValueKind.True or JsonValueKind.False when bool.TryParse(argument, out bool truth):
                return JsonValue.Create(truth);
            case JsonValueKind.Number
                when long.TryParse(
                    argument, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole):
                return JsonValue.Create(whole);
            case JsonValueKind.Number
                when decimal.TryParse(
                    argument, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture, out decimal fraction):
                json.WriteNumberValue(fraction);
                return true;
            case JsonValueKind.Number
                when double.TryParse(argument, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                     && double.IsFinite(number):
                return JsonValue.Create(number);
            default:
                return null;
        }
    }
}
