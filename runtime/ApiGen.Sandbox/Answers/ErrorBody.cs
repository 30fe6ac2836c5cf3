using System.Text.Json.Nodes;
using ApiGen.CompilerServices;

namespace ApiGen.Sandbox.Answers;

/// <summary>Lays a failure out as the spec says: <c>{"errors":[{"code":32,"message":"…"}]}</c>.</summary>
internal static class ErrorBody
{
    /// <summary>A failure that the API answers whatever was called.</summary>
    public static Answer Of(ApiDescriptor api, int status, string? code, string message) =>
        Of(api.Errors, status, code, message);

    /// <summary>A failure of one endpoint.</summary>
    public static Answer Of(EndpointDescriptor endpoint, int status, string? code, string message) =>
        Of(endpoint.Errors.Length > 0 ? endpoint.Errors : endpoint.Api.Errors, status, code, message);

    private static Answer Of(ErrorShape[] shapes, int status, string? code, string message)
    {
        // With a status of success only some layouts say that it's a failure.
        bool isSuccess = status is >= 200 and < 300;
        ErrorShape? shape = shapes.FirstOrDefault(each => !isSuccess || each.When is not null);
        if (shape is null) return Answer.Text(status, message);
        if (ErrorOf(shape, code, message) is not { } error) return Answer.Text(status, code ?? message);

        JsonNode? body = shape switch
        {
            { List: { } list } => JsonPlaces.Put(null, list, new JsonArray(error)),
            { In: { } place } => JsonPlaces.Put(null, place, error),
            _ => error,
        };
        body = Condition(body, shape.When);
        return Answer.Json(status, json => body!.WriteTo(json));
    }

    /// <summary>The error itself, or null if the whole body is a bare text.</summary>
    private static JsonNode? ErrorOf(ErrorShape shape, string? code, string message)
    {
        if (shape.Text is { } place)
        {
            bool isBare = place == "." && shape.List is null && shape.In is null;
            return isBare ? null : JsonPlaces.Put(null, place, JsonValue.Create(code ?? message));
        }

        JsonNode error = new JsonObject();
        if (code is not null && shape.Code is not null)
            error = JsonPlaces.Put(error, shape.Code, JsonPlaces.ValueOf(code))!;
        return shape.Message is null ? error : JsonPlaces.Put(error, shape.Message, JsonValue.Create(message));
    }

    /// <summary>Adds what tells the failure from a success, if the code or the message doesn't.</summary>
    private static JsonNode? Condition(JsonNode? body, ErrorCondition? when)
    {
        if (when is null) return body;
        bool isSaid = (when.IsUnless || when.Values.Length == 0) && JsonPlaces.At(body, when.Property) is not null;
        if (isSaid) return body;
        string value = when switch
        {
            { IsUnless: true } => "failed",
            { Values: [string first, ..] } => first,
            _ => "true",
        };
        return JsonPlaces.Put(body, when.Property, JsonPlaces.ValueOf(value));
    }
}
