using ApiGen.Generator.Model;

namespace ApiGen.Generator.Emit;

/// <summary>Writes a use of a type as the statement or the delegate that writes it as JSON.</summary>
internal sealed class WriterText(ResolvedSpec spec, TypeText types)
{
    /// <summary>The statement that adds a field of an object called value.</summary>
    public string Add(FieldModel field)
    {
        string? dates = TypeEmitter.DatesOf(field);
        string value = $"{CSharpText.Literal(field.Name)}, value.{field.Property}";
        return field.Type switch
        {
            EnumerationReference => $"json.AddValue({value});",
            ScalarReference scalar => $"json.Add({value}{Format(scalar, dates)});",
            _ => $"json.Add({value}, {Writer(field.Type, dates)});",
        };
    }

    /// <summary>A delegate that writes a value.</summary>
    /// <param name="type">The type of the value.</param>
    /// <param name="dates">The expression of how dates are written; null if as the API writes them.</param>
    public string Writer(TypeReference type, string? dates) => type is ObjectReference reference
        ? $"{types.Qualified(reference.Name)}.Write"
        : $"static (json, value) => {Write(type, dates)}";

    /// <summary>The expression that writes what is called value.</summary>
    private string Write(TypeReference type, string? dates) => type switch
    {
        ListReference list => $"json.WriteList(value, {Writer(list.Element, dates)})",
        MapReference map => $"json.WriteMap(value, {Writer(map.Element, dates)})",
        EnumerationReference => "json.WriteValue(value)",
        _ => $"json.Write(value{Format((ScalarReference)type, dates)})",
    };

    /// <summary>The format of dates, as a further argument.</summary>
    private string Format(ScalarReference scalar, string? dates) => scalar.Kind switch
    {
        ScalarKind.DateTime => $", {dates ?? types.Qualified(spec.ApiName + "Api") + ".Dates"}",
        ScalarKind.Date => $", {dates ?? "null"}",
        _ => "",
    };
}
