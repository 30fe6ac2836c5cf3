using System.Linq;
using ApiGen.Generator.Model;

namespace ApiGen.Generator.Emit;

/// <summary>Prints an object of the API and the constructor that reads it from JSON.</summary>
internal static class TypeEmitter
{
    public static string Emit(TypeModel type, TypeText types, WriterText writers)
    {
        var writer = new SourceWriter();
        DocComment comment = new DocComment()
            .Summary(type.Summary, $"{type.Name}, an object of the API.")
            .Remarks("", type.See);
        writer.Line(comment.ToString());
        if (type.Deprecated is not null) writer.Line(CSharpText.Obsolete(type.Deprecated));
        using (writer.Block($"public sealed partial class {type.Name}"))
        {
            EmitShape(writer, type);
            EmitConstructors(writer, type, types);
            foreach (FieldModel field in type.Fields)
            {
                writer.EmptyLine();
                if (field.Summary is not null) writer.Line(new DocComment().Summary(field.Summary, "").ToString());
                if (field.Deprecated is not null) writer.Line(CSharpText.Obsolete(field.Deprecated));

                // Nobody should have to set what nobody should use.
                string required = field.Type.IsNullable || field.Deprecated is not null ? "" : "required ";
                writer.Line($"public {required}{types.Type(field.Type)} {field.Property} {{ get; init; }}");
            }

            writer.EmptyLine();
            string example = type.Example is null ? "default" : CSharpText.Utf8Literal(type.Example);
            writer.Line($"internal static {RuntimeNames.ReadOnlySpan}<byte> Example => {example};");
            writer.EmptyLine();
            writer.Line($"internal static {type.Name} Read(ref {RuntimeNames.JsonCursor} json) => new(ref json);");
            if (type.IsSent) SentTypeEmitter.Emit(writer, type, writers);
        }

        return writer.ToString().TrimEnd('\n');
    }

    /// <summary>The last character of a name says whether it must be there.</summary>
    private static void EmitShape(SourceWriter writer, TypeModel type)
    {
        var names = type.Fields.Select(field => CSharpText.Literal(field.Name + (field.Type.IsNullable ? "?" : "!")));
        writer.Line($"private static readonly {RuntimeNames.JsonShape} Shape = new(");
        using (writer.Indent())
            writer.Line($"{string.Join(", ", names.Prepend(CSharpText.Literal(type.Name)))});");

        foreach (FieldModel field in type.Fields.Where(field => field.Format is not null))
        {
            writer.EmptyLine();
            writer.Line($"private static readonly {RuntimeNames.JsonDates} {DatesOf(field)} = "
                + $"new({CSharpText.Literal(field.Format)});");
        }
    }

    /// <summary>Where a field's own way to write dates is kept, under a name that no property has.</summary>
    public static string? DatesOf(FieldModel field) => field.Format is null
        ? null
        : $"_{char.ToLowerInvariant(field.Property[0])}{field.Property.Substring(1)}Dates";

    private static void EmitConstructors(SourceWriter writer, TypeModel type, TypeText types)
    {
        writer.EmptyLine();
        string purpose = type.IsSent ? "to be sent" : "for a test";
        writer.Line($"/// <summary>Makes one by hand, {purpose}.</summary>");
        writer.Line($"public {type.Name}() {{ }}");
        writer.EmptyLine();
        writer.Line($"[{RuntimeNames.SetsRequiredMembers}]");
        using (writer.Block($"private {type.Name}(ref {RuntimeNames.JsonCursor} json)"))
        {
            writer.Line($"{RuntimeNames.JsonFields} fields = json.BeginObject(Shape);");
            using (writer.Block("while (json.NextField(ref fields))"))
            {
                if (type.Fields.Count == 0) return;
                using var choice = writer.Block("switch (fields.Index)");
                for (int i = 0; i < type.Fields.Count; i++)
                {
                    FieldModel field = type.Fields[i];
                    writer.Line($"case {i}: {field.Property} = {types.Read(field.Type, DatesOf(field))}; break;");
                }
            }
        }
    }
}
