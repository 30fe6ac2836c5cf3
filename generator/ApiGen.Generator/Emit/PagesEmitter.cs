using System.Collections.Generic;
using System.Linq;
using ApiGen.Generator.Model;

namespace ApiGen.Generator.Emit;

/// <summary>Prints how an answer comes in pages, and the sibling of a method that gives them.</summary>
internal static class PagesEmitter
{
    public static void EmitProperty(SourceWriter writer, PagesModel? pages)
    {
        if (pages is null) return;
        (string Name, string? Value)[] properties =
        [
            ("First", pages.First), ("Last", pages.Last), ("Next", pages.Next), ("Items", pages.Items), ("Id", pages.Id),
        ];
        IEnumerable<string> given = properties
            .Where(property => property.Value is not null)
            .Select(property => $"{property.Name} = {CSharpText.Literal(property.Value)}");
        writer.Line($"Pages = new({RuntimeNames.PagingMethod}.{pages.By}, {CSharpText.Literal(pages.Parameter)}) "
            + $"{{ {string.Join(", ", given)} }},");
    }

    /// <summary>The pages of what one overload calls: an argument for where to begin in place of the parameter.</summary>
    public static void EmitMethod(
        SourceWriter writer, EndpointModel endpoint, MethodModel method, TypeText types, WriterText writers)
    {
        if (endpoint.Pages is not { } pages) return;
        int index = endpoint.Parameters.First(parameter => parameter.Name == pages.Parameter).SignatureIndex;
        string arguments = string.Concat(method.Arguments
            .Where(argument => argument.SignatureIndex != index)
            .Select(argument => MethodEmitter.Declare(argument, types) + ", "));

        writer.EmptyLine();
        writer.Line($"/// <inheritdoc cref=\"{method.Name}Async({MethodEmitter.Signature(method, types)})\"/>");
        writer.Line("/// <returns>The pages, from <paramref name=\"startAt\"/> on or from the first if it is null, "
            + "each fetched by a call when it is asked for.</returns>");
        MethodEmitter.EmitObsolete(writer, method);
        writer.Line($"public virtual {RuntimeNames.PageSequence}<{types.Type(endpoint.Returns)}> "
            + $"{method.Name}Pages({arguments}string? startAt = null) =>");
        using (writer.Indent())
        {
            string create = $"startAt => {MethodEmitter.Call(endpoint, method, writers, index)}";
            writer.Line($"_connection.Pages({endpoint.Verb}Endpoint, {create}, startAt);");
        }
    }
}
