using System.Collections.Generic;
using System.Linq;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>Binds <c>pages</c>: how requests ask for one page after the other.</summary>
internal sealed class PagesBinder
{
    private readonly MapReader _reader;
    private readonly IReadOnlyList<BoundParameter> _parameters;
    private readonly IReadOnlyList<BoundRule> _rules;
    private readonly DiagnosticBag _diagnostics;

    public PagesBinder(
        YamlMapping map,
        IReadOnlyList<BoundParameter> parameters,
        IReadOnlyList<BoundRule> rules,
        DiagnosticBag diagnostics)
    {
        _reader = new MapReader(map, "'pages'", diagnostics);
        _parameters = parameters;
        _rules = rules;
        _diagnostics = diagnostics;
    }

    public PagesModel? Bind(TypeReference? returns, string? unwrap)
    {
        PagingMethod? by = _reader.Choice("by", isRequired: true, Vocabulary.PagingMethods);
        ParameterModel? parameter = BindParameter(_reader.RequiredText("parameter"));

        // Which of the other keys belong here only this one says.
        if (by is null) return null;
        string? first = BindFirst(by.Value, parameter);
        bool isLastOurs = OnlyBy(PagingMethod.Cursor, by.Value, "last", "a cursor");
        bool isNextOurs = OnlyBy(PagingMethod.Cursor, by.Value, "next", "a cursor");
        bool isIdOurs = OnlyBy(PagingMethod.MaxId, by.Value, "id", "an id");
        string? last = isLastOurs ? _reader.OptionalText("last")?.Value : null;
        string? next = isNextOurs ? RequiredPath("next", mayBeSelf: false) : null;
        string? id = isIdOurs ? RequiredPath("id", mayBeSelf: true) : null;
        string? items = BindItems(by.Value, returns, unwrap);
        _reader.RejectUnknownKeys();
        bool isFree = IsArgumentFree(parameter);
        bool isWhole = by switch
        {
            PagingMethod.Cursor => next is not null,
            PagingMethod.MaxId => id is not null && items is not null,
            _ => items is not null,
        };
        return parameter is null || !isFree || !isWhole ? null : new PagesModel
        {
            By = by.Value,
            Parameter = parameter.Name,
            First = first,
            Last = last,
            Next = next,
            Items = items,
            Id = id,
        };
    }

    private ParameterModel? BindParameter(YamlScalar? name)
    {
        if (name is null) return null;
        if (NamedParameter.Find(name, _parameters, _diagnostics)?.Model is not { } parameter) return null;
        string? problem = parameter switch
        {
            { Type: not ScalarReference { Kind: ScalarKind.String or ScalarKind.Int32 or ScalarKind.Int64 } } =>
                "it is no string, int32 or int64",
            _ when _rules.Any(rule => rule.Names.Any(each => each.Value == parameter.Name)) =>
                "a rule chooses whether it is sent",
            _ => null,
        };
        if (problem is null) return parameter;
        _diagnostics.Report(DiagnosticDescriptors.PageParameter, name.Span, name.Value, problem);
        return null;
    }

    /// <summary>What the first request says. Pages and items are counted from 1 and from 0, unless the spec says else.</summary>
    private string? BindFirst(PagingMethod by, ParameterModel? parameter)
    {
        if (by == PagingMethod.MaxId)
        {
            _reader.Refuse("first", "pages by 'max-id' begin with the largest id that there is");
            if (parameter is { IsRequired: true })
            {
                _diagnostics.Report(
                    DiagnosticDescriptors.PageParameter,
                    _reader.SpanOf("parameter"),
                    parameter.Name,
                    "it is required, and the request for the first page leaves it out");
            }

            return null;
        }

        YamlScalar? first = _reader.OptionalText("first");
        string start = by == PagingMethod.Page ? "1" : "0";
        if (first is null && by != PagingMethod.Cursor) return start;
        if (first is null && parameter is { IsRequired: true })
            _diagnostics.Report(DiagnosticDescriptors.MissingKey, _reader.Span, "'pages' by a required parameter", "first");
        TypeReference type = by == PagingMethod.Cursor
            ? parameter?.Type ?? new ScalarReference(ScalarKind.String, IsNullable: false)
            : new ScalarReference(ScalarKind.Int64, IsNullable: false);
        if (first is null || ScalarText.Fits(first.Value, type, format: null)) return first?.Value;
        _diagnostics.Report(DiagnosticDescriptors.WrongShape, first.Span, "first", ScalarText.Describe(type));
        return null;
    }

    private string? BindItems(PagingMethod by, TypeReference? returns, string? unwrap)
    {
        if (by == PagingMethod.Cursor)
        {
            _reader.Refuse("items", "pages by 'cursor' end where the answer says so, whatever is on them");
            return null;
        }

        if (returns is ListReference)
        {
            _reader.Refuse("items", "what 'returns' names is the list of items itself");
            return PropertyPath.Join(unwrap, null);
        }

        return RequiredPath("items", mayBeSelf: false) is { } items ? PropertyPath.Join(unwrap, items) : null;
    }

    /// <summary>Whether a key belongs to this way of paging; elsewhere it is refused.</summary>
    private bool OnlyBy(PagingMethod wanted, PagingMethod by, string key, string what)
    {
        if (by == wanted) return true;
        _reader.Refuse(key, $"these pages are not asked for by {what}");
        return false;
    }

    private string? RequiredPath(string key, bool mayBeSelf) =>
        PropertyPath.Bind(key, _reader.RequiredText(key), mayBeSelf, _diagnostics);

    /// <summary>The methods of pages have an argument of their own in place of the parameter's.</summary>
    private bool IsArgumentFree(ParameterModel? parameter)
    {
        BoundParameter? taken = _parameters.FirstOrDefault(p => p.Model.Argument == "startAt");
        if (taken is null || taken.Model.Name == parameter?.Name) return true;
        _diagnostics.Report(DiagnosticDescriptors.NameTaken, taken.Key.Span, "startAt");
        return false;
    }
}
