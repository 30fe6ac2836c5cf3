using ApiGen.Generator.Model;

namespace ApiGen.Generator.Emit;

/// <summary>Prints what an object has that calls send: how it is written, and what a sandbox checks.</summary>
internal static class SentTypeEmitter
{
    public static void Emit(SourceWriter writer, TypeModel type, WriterText writers)
    {
        writer.EmptyLine();
        using (writer.Block($"internal static void Write({RuntimeNames.JsonOutput} json, {type.Name} value)"))
        {
            writer.Line("json.BeginObject();");
            foreach (FieldModel field in type.Fields) writer.Line(writers.Add(field));
            writer.Line("json.EndObject();");
        }

        writer.EmptyLine();
        writer.Line($"internal static {RuntimeNames.TypeDescription} Describe() => new({CSharpText.Literal(type.Name)},");
        writer.Line("[");
        using (writer.Indent("]);"))
        {
            foreach (FieldModel field in type.Fields)
            {
                string more = Initializer.Of(field.Format is null ? "" : $"Format = {CSharpText.Literal(field.Format)}");
                writer.Line($"new({string.Join(", ", Describe(field))}){more},");
            }
        }
    }

    private static string[] Describe(FieldModel field) =>
    [
        CSharpText.Literal(field.Name),
        CSharpText.Literal(field.Type.Notation),
        field.Type.IsNullable ? "false" : "true",
    ];
}
