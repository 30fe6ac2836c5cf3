using ApiGen.Generator.Model;

namespace ApiGen.Generator.Emit;

/// <summary>Writes a use of a type as the statement or the delegate that writes it as JSON.</summary>
internal sealed class WriterText(ResolvedSpec spec, TypeText types)
{
    /// <summary>The statement that adds a field of an object called value.</summary>
    public string Add(FieldModel field)
    {
        string more = field.Type is ScalarReference scalar ? Format(scalar) : $", {Writer(field.Type)}";
        return $"json.Add({CSharpText.Literal(field.Name)}, value.{field.Property}{more});";
    }

    /// <summary>A delegate that writes a value.</summary>
    public string Writer(TypeReference type) => type is ObjectReference reference
        ? $"{types.Qualified(reference.Name)}.Write"
        : $"static (json, value) => {Write(type)}";

    /// <summary>The expression that writes what is called value.</summary>
    private string Write(TypeReference type) => type switch
    {
        ListReference list => $"json.WriteList(value, {Writer(list.Element)})",
        MapReference map => $"json.WriteMap(value, {Writer(map.Element)})",
        _ => $"json.Write(value{Format((ScalarReference)type)})",
    };

    /// <summary>The API's format of dates, as a further argument.</summary>
    private string Format(ScalarReference scalar) =>
        scalar.Kind == ScalarKind.DateTime ? $", {types.Qualified(spec.ApiName + "Api")}.Dates" : "";
}
