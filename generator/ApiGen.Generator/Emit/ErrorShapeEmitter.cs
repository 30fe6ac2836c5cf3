using System.Linq;
using ApiGen.Generator.Model;

namespace ApiGen.Generator.Emit;

/// <summary>Prints how the bodies of failures are laid out.</summary>
internal static class ErrorShapeEmitter
{
    public static void Emit(SourceWriter writer, EquatableArray<ErrorShapeModel> shapes)
    {
        if (shapes.Count == 0) return;
        if (shapes.Count == 1)
        {
            writer.Line($"Errors = [{Shape(shapes[0])}],");
            return;
        }

        writer.Line("Errors =");
        writer.Line("[");
        using var rows = writer.Indent("],");
        foreach (ErrorShapeModel shape in shapes) writer.Line($"{Shape(shape)},");
    }

    private static string Shape(ErrorShapeModel shape)
    {
        string?[] properties =
        [
            Property("List", shape.List),
            Property("In", shape.In),
            Property("Code", shape.Code),
            Property("Message", shape.Message),
            Property("Text", shape.Text),
            shape.When is null ? null : $"When = {Condition(shape.When)}",
        ];
        return $"new() {{ {string.Join(", ", properties.Where(property => property is not null))} }}";
    }

    private static string? Property(string name, string? value) =>
        value is null ? null : $"{name} = {CSharpText.Literal(value)}";

    private static string Condition(ErrorConditionModel when)
    {
        string text = $"new({CSharpText.Literal(when.Property)})";
        if (when.Values.Count == 0) return text;
        string unless = when.IsUnless ? ", IsUnless = true" : "";
        return $"{text} {{ Values = [{string.Join(", ", when.Values.Select(CSharpText.Literal))}]{unless} }}";
    }
}
