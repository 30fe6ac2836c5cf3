using System.Linq;
using ApiGen.Generator.Model;

namespace ApiGen.Generator.Emit;

/// <summary>Prints one overload and its sibling that gives the whole response.</summary>
internal static class MethodEmitter
{
    public static void Emit(SourceWriter writer, EndpointModel endpoint, MethodModel method, TypeText types)
    {
        string result = types.Type(endpoint.Returns);
        string arguments = string.Join(", ", method.Arguments.Select(argument => Declare(argument, types)).Append(
            $"{RuntimeNames.CancellationToken} cancellationToken = default"));
        string passed = string.Concat(method.Arguments
            .Select(argument => (argument.SignatureIndex, Text: Pass(argument)))
            .Concat(endpoint.Parameters.Where(parameter => parameter.Constant is not null).Select(parameter =>
                (parameter.SignatureIndex, Text: $".Add({parameter.SignatureIndex}, {RuleEmitter.Constant(parameter)})")))
            .OrderBy(part => part.SignatureIndex)
            .Select(part => part.Text));
        string call = $"{endpoint.Verb}Endpoint.Call(){RuleEmitter.CheckRules(endpoint, method)}{passed}";

        writer.EmptyLine();
        writer.Line(Comment(endpoint, method).ToString());
        EmitObsolete(writer, method);
        writer.Line($"public virtual {RuntimeNames.Task}<{result}> {method.Name}Async({arguments}) =>");
        using (writer.Indent()) writer.Line($"_connection.SendAsync({call}, cancellationToken);");

        writer.EmptyLine();
        writer.Line($"/// <inheritdoc cref=\"{method.Name}Async({Signature(method, types)})\"/>");
        writer.Line("/// <returns>The result with the status, headers and budgets that came beside it.</returns>");
        EmitObsolete(writer, method);
        writer.Line($"public virtual {RuntimeNames.Task}<{RuntimeNames.ApiResponse}<{result}>> "
            + $"{method.Name}WithResponseAsync({arguments}) =>");
        using (writer.Indent()) writer.Line($"_connection.SendWithResponseAsync({call}, cancellationToken);");
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
            || method.Arguments.Any(argument => argument.Checks.HasValueChecks || argument.Checks.HasCountChecks);
        if (isChecked)
            comment.Exception(RuntimeNames.ArgumentException, "An argument isn't as is said here. Nothing was sent.");
        if (endpoint.Limits.Count > 0 || endpoint.Pools.Count > 0)
            comment.Exception(RuntimeNames.BudgetExhaustedException, "A budget has no call left. Nothing was sent.");

        return comment.Exception(
            RuntimeNames.ApiException, "The server refused the call, or couldn't be reached or understood.");
    }

    private static string Sentence(string text) =>
        text[text.Length - 1] is '.' or '!' or '?' ? text : text + ".";

    private static string Declare(ArgumentModel argument, TypeText types)
    {
        string type = types.Type(argument.Type);
        return argument.IsOptional ? $"{type}? {argument.Name} = null" : $"{type} {argument.Name}";
    }

    /// <summary>What may hold nothing is passed, if required, by a method that knows that this is a mistake.</summary>
    private static string Pass(ArgumentModel argument)
    {
        bool mayHoldNothing = argument.Type is ScalarReference { Kind: ScalarKind.String } or EnumerationReference
            or ListReference;
        string method = mayHoldNothing && !argument.IsOptional ? "Require" : "Add";
        return $"{RuleEmitter.Check(argument)}.{method}({argument.SignatureIndex}, {argument.Name})";
    }

    private static void EmitObsolete(SourceWriter writer, MethodModel method)
    {
        if (method.Deprecated is not null) writer.Line(CSharpText.Obsolete(method.Deprecated));
    }

    private static string Signature(MethodModel method, TypeText types) => string.Join(", ", method.Arguments
        .Select(argument => types.Type(argument.Type) + (argument.IsOptional ? "?" : ""))
        .Append(RuntimeNames.CancellationToken)).Replace('<', '{').Replace('>', '}');
}
