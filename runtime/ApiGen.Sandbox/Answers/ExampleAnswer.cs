using System.Globalization;
using System.Text.Json;
using ApiGen.CompilerServices;

namespace ApiGen.Sandbox.Answers;

/// <summary>
/// Answers an endpoint's example, with the request's own arguments in the fields that bear their names: who follows
/// <c>someone</c> is answered <c>someone</c>.
/// </summary>
internal sealed class ExampleAnswer
{
    private readonly byte[] _text;
    private readonly JsonElement _json;

    public ExampleAnswer(EndpointDescription endpoint)
    {
        _text = endpoint.Example;
        try
        {
            _json = JsonElement.Parse(_text);
        }
        catch (JsonException exception)
        {
            throw new ArgumentException(
                $"The example of {endpoint.Endpoint.Name} is not JSON: {exception.Message}",
                nameof(endpoint),
                exception);
        }
    }

    public Answer For(IReadOnlyDictionary<string, string> arguments)
    {
        if (_json.ValueKind != JsonValueKind.Object) return Answer.Json(200, _text);

        return Answer.Json(200, json =>
        {
            json.WriteStartObject();
            foreach (JsonProperty field in _json.EnumerateObject())
            {
                json.WritePropertyName(field.Name);
                if (!arguments.TryGetValue(field.Name, out string? argument)
                    || !TryWrite(json, field.Value.ValueKind, argument))
                {
                    field.Value.WriteTo(json);
                }
            }

            json.WriteEndObject();
        });
    }

    // An argument that can't be of the field's type leaves the example as it is: a body must stay readable as its type.
    private static bool TryWrite(Utf8JsonWriter json, JsonValueKind kind, string argument)
    {
        switch (kind)
        {
            case JsonValueKind.String:
                json.WriteStringValue(argument);
                return true;
            case JsonValueKind.True or JsonValueKind.False when bool.TryParse(argument, out bool truth):
                json.WriteBooleanValue(truth);
                return true;
            case JsonValueKind.Number
                when long.TryParse(
                    argument, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole):
                json.WriteNumberValue(whole);
                return true;
            case JsonValueKind.Number
                when decimal.TryParse(
                    argument, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture, out decimal fraction):
                json.WriteNumberValue(fraction);
                return true;
            case JsonValueKind.Number
                when double.TryParse(argument, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                     && double.IsFinite(number):
                json.WriteNumberValue(number);
                return true;
            default:
                return false;
        }
    }
}
