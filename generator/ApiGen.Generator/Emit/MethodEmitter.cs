using System.Collections.Generic;
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
        string call = Call(endpoint, method, writers);

        writer.EmptyLine();
        writer.Line(Comment(endpoint, method).ToString());
        EmitObsolete(writer, method);
        writer.Line($"public virtual {RuntimeNames.Task}{ofResult} {method.Name}Async({arguments}) =>");
        using (writer.Indent()) writer.Line($"_connection.SendAsync({call}, cancellationToken);");

        writer.EmptyLine();
        writer.Line($"/// <inheritdoc cref=\"{method.Name}Async({Signature(method, types)})\"/>");
        writer.Line("/// <returns>The result with the status, headers and budgets that came beside it.</returns>");
        EmitObsolete(writer, method);
        writer.Line($"public virtual {RuntimeNames.Task}<{RuntimeNames.ApiResponse}{ofResult}> "
            + $"{method.Name}WithResponseAsync({arguments}) =>");
        using (writer.Indent()) writer.Line($"_connection.SendWithResponseAsync({call}, cancellationToken);");
        PagesEmitter.EmitMethod(writer, endpoint, method, types, writers);
    }

    /// <summary>The call of an endpoint with a method's arguments, the constants among them, as a signature sorts them.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="method">The method.</param>
    /// <param name="writers">How objects are written.</param>
    /// <param name="cursor">The parameter that asks for a page, if the method gives pages.</param>
    public static string Call(EndpointModel endpoint, MethodModel method, WriterText writers, int? cursor = null)
    {
        IEnumerable<(int Index, string Text)> arguments =
            method.Arguments.Select(argument => (argument.SignatureIndex, argument.SignatureIndex == cursor
                ? $".Add({cursor}, startAt)"
                : Pass(argument, endpoint, writers)));
        IEnumerable<(int Index, string Text)> constants =
            from parameter in endpoint.Parameters
            where parameter.Constant is not null
            select (parameter.SignatureIndex, $".Add({parameter.SignatureIndex}, {RuleEmitter.Constant(parameter)})");
        var passed = arguments.Concat(constants).OrderBy(part => part.Index).Select(part => part.Text);
        return $"{endpoint.Verb}Endpoint.Call(){RuleEmitter.CheckRules(endpoint, method)}{string.Concat(passed)}";
    }

    private static DocComment Comment(EndpointModel endpoint, MethodModel method)
    {
        var comment = new DocComment()
            .Summary(endpoint.Summary, $"Calls {endpoint.Name}.")
            .Remarks($"{endpoint.Remarks} {method.RulesText}".TrimEnd(), endpoint.See);
        foreach (ArgumentModel argument in method.Arguments)
        {
            string summary = argument.Summary ?? (argument.IsOptional ? "Left out if null." : "Required.");
            string text = argument.Notes.Length == 0 ? summary : $"{Sentence(summary)} {argument.Notes}";
            comment.Param(argument.Name, text);
        }

        comment.Param("cancellationToken", "Gives up the call. One that may have left stays counted.");
        bool isChecked = method.RulesText.Length > 0
            || method.Arguments.Any(argument => argument.Checks.HasAny);
        if (isChecked)
            comment.Exception(RuntimeNames.ArgumentException, "An argument isn't as is said here. Nothing was sent.");
        if (endpoint.Limits.Count > 0 || endpoint.Pools.Count > 0)
            comment.Exception(RuntimeNames.BudgetExhaustedException, "A budget has no call left. Nothing was sent.");

        return comment.Exception(
            RuntimeNames.ApiException, "The server refused the call, or couldn't be reached or understood.");
    }

    private static string Sentence(string text) =>
        text[text.Length - 1] is '.' or '!' or '?' ? text : text + ".";

    public static string Declare(ArgumentModel argument, TypeText types)
    {
        string type = types.Type(argument.Type);
        return argument.IsOptional ? $"{type}? {argument.Name} = null" : $"{type} {argument.Name}";
    }

    /// <summary>
    /// What is required and may hold nothing is passed by a method of its own, which knows that this is a mistake.
    /// </summary>
    private static string Pass(ArgumentModel argument, EndpointModel endpoint, WriterText writers)
    {
        bool isValue = argument.Type is ScalarReference { Kind: not (ScalarKind.String or ScalarKind.File) };
        string door = argument.IsOptional || isValue ? "Add" : "Require";
        return $"{RuleEmitter.Check(argument)}.{door}({argument.SignatureIndex}, {argument.Name}"
            + $"{Writer(argument, endpoint, writers)})";
    }

    public static void EmitObsolete(SourceWriter writer, MethodModel method)
    {
        if (method.Deprecated is not null) writer.Line(CSharpText.Obsolete(method.Deprecated));
    }

    /// <summary>What writes a value as JSON, as a further argument, if it is more than a scalar.</summary>
    private static string Writer(ArgumentModel argument, EndpointModel endpoint, WriterText writers)
    {
        ParameterModel parameter =
            endpoint.Parameters.First(parameter => parameter.SignatureIndex == argument.SignatureIndex);
        bool isScalar = argument.Type is ScalarReference or EnumerationReference;
        if (parameter.Place != ParameterPlace.Json || isScalar) return "";
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
