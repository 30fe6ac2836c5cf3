using System.Linq;
using ApiGen.Generator.Model;

namespace ApiGen.Generator.Emit;

/// <summary>Prints one overload and its siblings: that which gives the whole response, and that which gives pages.</summary>
internal static class MethodEmitter
{
    public static void Emit(
        SourceWriter writer, EndpointModel endpoint, MethodModel method, TypeText types, WriterText writers)
    {
        string ofResult =
            endpoint.Returns is ContentReference { Content: AnswerContent.None } ? "" : $"<{types.Type(endpoint.Returns)}>";
        string arguments = string.Join(", ", method.Arguments.Select(argument => Declare(argument, types)).Append(
            $"{RuntimeNames.CancellationToken} cancellationToken = default"));
        string passed = string.Concat(
            method.Arguments.OrderBy(a => a.SignatureIndex).Select(argument => Pass(argument, endpoint, writers)));
        string call = $"{endpoint.Verb}Endpoint.Call(){passed}";

        writer.EmptyLine();
        writer.Line(Comment(endpoint, method).ToString());
        writer.Line($"public virtual {RuntimeNames.Task}{ofResult} {method.Name}Async({arguments}) =>");
        using (writer.Indent()) writer.Line($"_connection.SendAsync({call}, cancellationToken);");

        writer.EmptyLine();
        writer.Line($"/// <inheritdoc cref=\"{method.Name}Async({Signature(method, types)})\"/>");
        writer.Line("/// <returns>The result with the status, headers and budgets that came beside it.</returns>");
        writer.Line($"public virtual {RuntimeNames.Task}<{RuntimeNames.ApiResponse}{ofResult}> "
            + $"{method.Name}WithResponseAsync({arguments}) =>");
        using (writer.Indent()) writer.Line($"_connection.SendWithResponseAsync({call}, cancellationToken);");
        PagesEmitter.EmitMethod(writer, endpoint, method, types, writers);
    }

    private static DocComment Comment(EndpointModel endpoint, MethodModel method)
    {
        var comment = new DocComment()
            .Summary(endpoint.Summary, $"Calls {endpoint.Name}.")
            .Remarks(endpoint.Remarks, endpoint.See);
        foreach (ArgumentModel argument in method.Arguments)
            comment.Param(argument.Name, argument.Summary ?? (argument.IsOptional ? "Left out if null." : "Required."));

        comment.Param("cancellationToken", "Gives up the call. One that may have left stays counted.");
        if (endpoint.Limits.Count > 0 || endpoint.Pools.Count > 0)
            comment.Exception(RuntimeNames.BudgetExhaustedException, "A budget has no call left. Nothing was sent.");

        return comment.Exception(
            RuntimeNames.ApiException, "The server refused the call, or couldn't be reached or understood.");
    }

    public static string Declare(ArgumentModel argument, TypeText types)
    {
        string type = types.Type(argument.Type);
        return argument.IsOptional ? $"{type}? {argument.Name} = null" : $"{type} {argument.Name}";
    }

    /// <summary>
    /// What is required and may hold nothing is passed by a method of its own, which knows that this is a mistake.
    /// </summary>
    public static string Pass(ArgumentModel argument, EndpointModel endpoint, WriterText writers)
    {
        bool isValue = argument.Type is ScalarReference { Kind: not (ScalarKind.String or ScalarKind.File) };
        string door = argument.IsOptional || isValue ? "Add" : "Require";
        return $".{door}({argument.SignatureIndex}, {argument.Name}{Writer(argument, endpoint, writers)})";
    }

    /// <summary>What writes an argument as JSON, as a further argument, where that isn't written as any scalar is.</summary>
    private static string Writer(ArgumentModel argument, EndpointModel endpoint, WriterText writers)
    {
        ParameterModel parameter =
            endpoint.Parameters.First(parameter => parameter.SignatureIndex == argument.SignatureIndex);
        if (parameter.Place != ParameterPlace.Json || argument.Type is ScalarReference or EnumerationReference) return "";
        string? dates = parameter.Format is null
            ? null
            : $"{endpoint.Verb}Endpoint.Parameters[{argument.SignatureIndex}].Dates";
        return $", {writers.Writer(argument.Type, dates ?? "null")}";
    }

    /// <summary>The types of the arguments as a reference in a comment has them: with braces, for it is XML.</summary>
    public static string Signature(MethodModel method, TypeText types) => string.Join(", ", method.Arguments
        .Select(argument => types.Type(argument.Type) + (argument.IsOptional ? "?" : ""))
        .Append(RuntimeNames.CancellationToken)).Replace('<', '{').Replace('>', '}');
}
