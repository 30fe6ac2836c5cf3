using System.Globalization;
using System.Linq;
using ApiGen.Generator.Model;

namespace ApiGen.Generator.Emit;

/// <summary>Prints declared failures: as rows of a descriptor, and as names that a program can compare with.</summary>
internal static class FailureEmitter
{
    public static void EmitRows(SourceWriter writer, EquatableArray<FailureModel> failures)
    {
        if (failures.Count == 0) return;
        writer.Line("Failures =");
        writer.Line("[");
        using (writer.Indent("],"))
        {
            foreach (FailureModel failure in failures)
            {
                foreach (StatusRange status in failure.Statuses) EmitRow(writer, failure, status);
            }
        }
    }

    /// <summary>The names of the failures that any endpoint of an API may answer.</summary>
    public static string EmitNames(ApiModel api)
    {
        var writer = new SourceWriter();
        EmitNames(writer, $"{api.Name}Failures", $"any call of {api.Name}", api.Failures);
        return writer.ToString().TrimEnd('\n');
    }

    public static void EmitNames(
        SourceWriter writer, string className, string ownerText, EquatableArray<FailureModel> failures)
    {
        writer.Line($"/// <summary>Names of the failures of {ownerText}, as "
            + $"<see cref=\"{RuntimeNames.ApiException}.Name\"/> gives them.</summary>");
        using (writer.Block($"public static class {className}"))
        {
            foreach (FailureModel failure in failures)
            {
                if (failure.Summary is not null) writer.Line(new DocComment().Summary(failure.Summary, "").ToString());
                writer.Line($"public const string {failure.Name} = {CSharpText.Literal(failure.Name)};");
            }
        }
    }

    /// <summary>A failure that comes with several statuses has a row for each.</summary>
    private static void EmitRow(SourceWriter writer, FailureModel failure, StatusRange status)
    {
        string summary = failure.Summary is null ? "" : $", {CSharpText.Literal(failure.Summary)}";
        string?[] properties =
        [
            status.Last == status.First ? null : $"LastStatus = {Text(status.Last)}",
            failure.Scope is { } scope ? $"Scope = {LimitEmitter.ScopeOf(scope)}" : null,
        ];
        string given = string.Join(", ", properties.Where(property => property is not null));
        writer.Line($"new({Text(status.First)}, {CSharpText.Literal(failure.Code)}, {CSharpText.Literal(failure.Name)}, "
            + $"{RuntimeNames.FailureMeaning}.{failure.Means}{summary}){(given.Length == 0 ? "" : $" {{ {given} }}")},");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
