using System.Collections.Generic;
using System.Linq;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>Binds the rows of a <c>rules:</c> list.</summary>
internal sealed class RuleBinder
{
    private readonly IReadOnlyList<BoundParameter> _parameters;
    private readonly DiagnosticBag _diagnostics;
    private readonly HashSet<string> _grouped = [];

    private RuleBinder(IReadOnlyList<BoundParameter> parameters, DiagnosticBag diagnostics)
    {
        _parameters = parameters;
        _diagnostics = diagnostics;
    }

    /// <summary>The sets of parameters of which a request carries exactly one.</summary>
    public static EquatableArray<EquatableArray<string>> Bind(
        IReadOnlyList<YamlNode> rows, IReadOnlyList<BoundParameter> parameters, DiagnosticBag diagnostics)
    {
        var binder = new RuleBinder(parameters, diagnostics);
        var groups = new List<EquatableArray<string>>();
        foreach (YamlNode row in rows)
        {
            if (row is not YamlMapping map)
            {
                diagnostics.Report(DiagnosticDescriptors.WrongShape, row.Span, "rules", "a list of mappings");
                continue;
            }

            var reader = new MapReader(map, "a rule", diagnostics);
            YamlNode? names = reader.Required("exactly-one");
            reader.RejectUnknownKeys();
            List<string> group = names is null ? [] : binder.BindGroup(names);
            if (group.Count >= 2) groups.Add(group.ToEquatableArray());
        }

        return groups.ToEquatableArray();
    }

    private List<string> BindGroup(YamlNode node)
    {
        if (node is not YamlSequence { Items.Count: >= 2 } list)
        {
            _diagnostics.Report(
                DiagnosticDescriptors.WrongShape, node.Span, "exactly-one", "a list of two or more parameters");
            return [];
        }

        var group = new List<string>();
        foreach (YamlNode item in list.Items)
        {
            if (item is not YamlScalar scalar)
            {
                _diagnostics.Report(
                    DiagnosticDescriptors.WrongShape, item.Span, "exactly-one", "a list of parameter names");
            }
            else if (IsAllowed(scalar))
            {
                group.Add(scalar.Value);
            }
        }

        return group;
    }

    private bool IsAllowed(YamlScalar scalar)
    {
        if (_diagnostics.IsFull) return false;
        ParameterModel? parameter = _parameters.FirstOrDefault(p => p.Model.Name == scalar.Value)?.Model;
        if (parameter is null)
        {
            string suggestion = Suggestions.DidYouMean(scalar.Value, _parameters.Select(p => p.Model.Name));
            _diagnostics.Report(DiagnosticDescriptors.UnknownParameter, scalar.Span, scalar.Value, suggestion);
            return false;
        }

        if (!parameter.IsRequired && _grouped.Add(scalar.Value)) return true;
        _diagnostics.Report(DiagnosticDescriptors.RuleConflict, scalar.Span, scalar.Value);
        return false;
    }
}
