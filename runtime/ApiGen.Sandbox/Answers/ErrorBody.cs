using System.Globalization;
using System.Text.Json;
using ApiGen.CompilerServices;

namespace ApiGen.Sandbox.Answers;

/// <summary>Lays a failure out as the API's spec says: <c>{"errors":[{"code":32,"message":"…"}]}</c>.</summary>
internal static class ErrorBody
{
    public static Answer Of(ErrorShape shape, int status, string? code, string message)
    {
        if (shape.List.Length == 0) return Answer.Text(status, message);

        return Answer.Json(status, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray(shape.List);
            json.WriteStartObject();
            if (code is not null && shape.Code.Length > 0) WriteCode(json, shape.Code, code);
            if (shape.Message.Length > 0) json.WriteString(shape.Message, message);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void WriteCode(Utf8JsonWriter json, string property, string code)
    {
        if (long.TryParse(code, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number))
        {
            json.WriteNumber(property, number);
        }
        else
        {
            json.WriteString(property, code);
        }
    }
}
