using System.Globalization;
using System.Text.Json;
using ApiGen.CompilerServices;
using ApiGen.Sandbox.Parameters;

namespace ApiGen.Sandbox.Bodies;

/// <summary>Holds JSON against the types of a spec, at any depth; what is wrong is named by its path.</summary>
internal sealed class JsonRules(ApiDescription api)
{
    /// <summary>Says what is wrong with a value, or null if nothing is.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">The type as the spec writes it: <c>User[]</c>.</param>
    /// <param name="path">Where the value stands: <c>event.target</c>.</param>
    /// <param name="isRequired">Whether it may not be null.</param>
    /// <param name="format">How times are written; null for RFC 3339.</param>
    public string? FindViolation(JsonElement value, string type, string path, bool isRequired, string? format)
    {
        if (value.ValueKind == JsonValueKind.Null && type != "json")
            return isRequired ? $"{path} is required, and the request has null for it." : null;
        if (type.EndsWith("[]", StringComparison.Ordinal))
            return Wrong(value, JsonValueKind.Array, type, path) ?? InList(value, type[..^2], path, format);
        if (type.EndsWith("{}", StringComparison.Ordinal))
            return Wrong(value, JsonValueKind.Object, type, path) ?? InMap(value, type[..^2], path, format);
        if (Array.Find(api.Types, known => known.Name == type) is { } described)
            return Wrong(value, JsonValueKind.Object, type, path) ?? InObject(value, described, path);
        return Fits(value, type, format) ? null : Misfit(value, type, path);
    }

    /// <summary>Says that a value isn't among those of its parameter's enumeration, or null if it is.</summary>
    public static string? NotAmong(JsonElement value, ParameterDescription parameter)
    {
        if (parameter.Values.Length == 0) return null;
        JsonElement[] all = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];
        string? wrong = all.Select(each => each.ToString()).FirstOrDefault(each => !parameter.Values.Contains(each));
        return wrong is null
            ? null
            : $"{parameter.Name} is to be one of {string.Join(", ", parameter.Values)}, and '{wrong}' is not.";
    }

    private string? InList(JsonElement list, string type, string path, string? format) => list
        .EnumerateArray()
        .Select((item, index) => FindViolation(
            item, type, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"), isRequired: true, format))
        .FirstOrDefault(violation => violation is not null);

    private string? InMap(JsonElement map, string type, string path, string? format) => map
        .EnumerateObject()
        .Select(item => FindViolation(item.Value, type, $"{path}.{item.Name}", isRequired: true, format))
        .FirstOrDefault(violation => violation is not null);

    private string? InObject(JsonElement value, TypeDescription type, string path)
    {
        foreach (JsonProperty property in value.EnumerateObject())
        {
            if (Array.Exists(type.Fields, field => field.Name == property.Name)) continue;
            string known = string.Join(", ", type.Fields.Select(field => field.Name));
            return $"{path} has the field '{property.Name}', and {type.Name} has none of that name. It has {known}.";
        }

        return type.Fields
            .Select(field => value.TryGetProperty(field.Name, out JsonElement own)
                ? FindViolation(own, field.Type, $"{path}.{field.Name}", field.IsRequired, field.Format ?? api.Dates)
                : field.IsRequired ? $"{path}.{field.Name} is required, and the request lacks it." : null)
            .FirstOrDefault(violation => violation is not null);
    }

    private static string? Wrong(JsonElement value, JsonValueKind kind, string type, string path) =>
        value.ValueKind == kind ? null : Misfit(value, type, path);

    private static string Misfit(JsonElement value, string type, string path) =>
        $"{path} is to be of type {type}, and {value.GetRawText()} is not.";

    private static bool Fits(JsonElement value, string type, string? format) => type switch
    {
        "json" => true,
        "bool" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "int32" => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
        "int64" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "double" or "decimal" => value.ValueKind == JsonValueKind.Number,
        "date" => value.ValueKind == JsonValueKind.String && WrittenTime.IsDate(value.GetString()!, format),
        "date-time" => value.ValueKind == (format is "epoch" or "epoch-ms" ? JsonValueKind.Number : JsonValueKind.String)
            && WrittenTime.IsTime(value.ToString(), format),

        // A text, or a value of an enumeration.
        _ => value.ValueKind == JsonValueKind.String,
    };
}
