using System.Collections.Generic;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>Binds the rows of a <c>failures:</c> list.</summary>
internal static class FailureBinder
{
    public static EquatableArray<FailureModel> Bind(
        IReadOnlyList<YamlNode> rows, StatusBinder statuses, DiagnosticBag diagnostics)
    {
        var failures = new List<FailureModel>();
        var names = new HashSet<string>();
        foreach (YamlNode row in rows)
        {
            if (row is YamlMapping map) BindRow(map, statuses, failures, names, diagnostics);
            else diagnostics.Report(DiagnosticDescriptors.WrongShape, row.Span, "failures", "a list of mappings");
        }

        return failures.ToEquatableArray();
    }

    private static void BindRow(
        YamlMapping map,
        StatusBinder statuses,
        List<FailureModel> failures,
        HashSet<string> names,
        DiagnosticBag diagnostics)
    {
        var reader = new MapReader(map, "a failure", diagnostics);
        EquatableArray<StatusRange> status = statuses.Bind(reader.Required("status"));
        YamlScalar? code = reader.OptionalText("code");
        YamlScalar? name = reader.RequiredText("name");
        FailureMeaning? means = reader.Choice("means", isRequired: true, Vocabulary.Meanings);
        LimitScope? scope = BindScope(reader, means);
        string? summary = reader.OptionalText("summary")?.Value;
        reader.RejectUnknownKeys();
        if (status.Count == 0 || name is null || means is null || !NameCheck.IsTypeName(name, diagnostics)) return;

        if (CSharpNames.IsObjectMember(name.Value) || !names.Add(name.Value))
        {
            diagnostics.Report(DiagnosticDescriptors.NameTaken, name.Span, name.Value);
        }
        else
        {
            failures.Add(new FailureModel
            {
                Statuses = status,
                Code = code?.Value,
                Name = name.Value,
                Means = means.Value,
                Scope = scope,
                Summary = summary,
            });
        }
    }

    private static LimitScope? BindScope(MapReader reader, FailureMeaning? means)
    {
        if (means is null or FailureMeaning.Wait or FailureMeaning.CoolDown)
            return reader.Choice("per", isRequired: false, Vocabulary.Scopes);
        reader.Refuse("per", "only failures that mean 'wait' or 'cool-down' say that a budget is used up");
        return null;
    }
}
