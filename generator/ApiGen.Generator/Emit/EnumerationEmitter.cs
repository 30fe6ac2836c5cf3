using System.Linq;
using ApiGen.Generator.Model;

namespace ApiGen.Generator.Emit;

/// <summary>Prints an enumeration: a text with a property for each value that the spec lists.</summary>
internal static class EnumerationEmitter
{
    public static string Emit(EnumerationModel enumeration)
    {
        var writer = new SourceWriter();
        DocComment comment = new DocComment()
            .Summary(enumeration.Summary, $"{enumeration.Name}, an enumeration of the API.")
            .Remarks("A value that isn't among the properties can be read and sent as well.", enumeration.See)
            .Param("Value", "The value as it is sent.");
        writer.Line(comment.ToString());
        if (enumeration.Deprecated is not null) writer.Line(CSharpText.Obsolete(enumeration.Deprecated));
        string name = enumeration.Name;
        using (writer.Block(
            $"public readonly partial record struct {name}(string Value) : {RuntimeNames.IEnumerationValue}"))
        {
            foreach (EnumerationValueModel value in enumeration.Values)
            {
                string literal = CSharpText.Literal(value.Value);
                writer.Line(new DocComment().Summary(value.Summary, $"The value {value.Value}.").ToString());
                writer.Line($"public static {name} {value.Property} => new({literal});");
                writer.EmptyLine();
            }

            var values = enumeration.Values.Select(value => CSharpText.Literal(value.Value));
            writer.Line($"internal static string[] Values => [{string.Join(", ", values)}];");
            writer.EmptyLine();
            writer.Line("/// <summary>The value as it is sent.</summary>");
            writer.Line("public override string ToString() => Value ?? \"\";");
        }

        return writer.ToString().TrimEnd('\n');
    }
}
