using System;
using System.Collections.Generic;
using System.Linq;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>Binds a <c>parameters:</c> mapping.</summary>
internal sealed class ParameterBinder
{
    private readonly RequestLine? _request;
    private readonly ParameterPlace _place;
    private readonly DiagnosticBag _diagnostics;

    public ParameterBinder(RequestLine? request, ParameterPlace place, DiagnosticBag diagnostics)
    {
        _request = request;
        _place = place;
        _diagnostics = diagnostics;
    }

    public IReadOnlyList<BoundParameter> Bind(YamlMapping? map)
    {
        var bound = new List<BoundParameter>();
        foreach (YamlEntry entry in map?.Entries ?? [])
        {
            BoundParameter? parameter = BindOne(entry);
            if (parameter is not null && IsUnique(parameter, bound)) bound.Add(parameter);
        }

        RejectUnknownPlaceholders(map);
        return InSignatureOrder(WithDeprecations(bound));
    }

    /// <summary>Says of each deprecated parameter which other is used in its place.</summary>
    private List<BoundParameter> WithDeprecations(List<BoundParameter> bound)
    {
        var candidates = bound.ToDictionary(
            parameter => parameter.Key.Value, parameter => (parameter.Model, parameter.Deprecation is not null));
        return bound.Select(Describe).ToList();

        BoundParameter Describe(BoundParameter parameter)
        {
            if (parameter.Deprecation is not { } deprecation) return parameter;
            ParameterModel? other =
                deprecation.FindReplacement(parameter.Key.Value, candidates, ReportUnknown, _diagnostics);
            return parameter with { Deprecated = deprecation.Describe(other?.Argument.TrimStart('@')) };
        }

        void ReportUnknown(YamlScalar use) => _diagnostics.Report(
            DiagnosticDescriptors.UnknownParameter,
            use.Span,
            use.Value,
            Suggestions.DidYouMean(use.Value, candidates.Keys));
    }

    private BoundParameter? BindOne(YamlEntry entry)
    {
        YamlScalar key = entry.Key;
        if (entry.Value is not YamlMapping map)
        {
            _diagnostics.Report(
                DiagnosticDescriptors.WrongShape, entry.Value.Span, key.Value, "a mapping of keys to values");
            return null;
        }

        var reader = new MapReader(map, "a parameter", _diagnostics);
        ScalarKind? kind = reader.Choice("type", isRequired: true, Vocabulary.ParameterTypes);
        bool? isRequired = reader.OptionalBool("required");
        string? summary = reader.OptionalText("summary")?.Value;
        YamlScalar? example = reader.OptionalText("example");
        bool isInPath = _request?.PathParameters.Contains(key.Value) ?? false;
        ParameterPlace place = isInPath ? ParameterPlace.Path : _place;
        TypeReference? type = kind is null ? null : new ScalarReference(kind.Value, IsNullable: false);
        var details = ParameterDetails.Bind(reader, key, type, place, _diagnostics);
        reader.RejectUnknownKeys();
        if (!IsNameAllowed(key)) return null;
        if (kind is null) return null;
        if (example is not null && CheckText.FindMisfit(example.Value, kind.Value, details.Checks) is { } misfit)
            _diagnostics.Report(DiagnosticDescriptors.ExampleMisfit, example.Span, key.Value, misfit);

        return new BoundParameter(
            new ParameterModel
            {
                Name = key.Value,
                Argument = CSharpNames.Argument(key.Value),
                Place = place,
                Type = type!,
                IsRequired = isInPath || (isRequired ?? false),
                Example = example?.Value,
                Constant = details.Constant,
                Default = details.Default,
                Checks = details.Checks,
                IsSensitive = details.IsSensitive,
                SignatureIndex = -1,
            },
            key,
            summary)
        {
            Deprecation = details.Deprecation,
        };
    }

    private bool IsNameAllowed(YamlScalar key)
    {
        if (!CSharpNames.IsNameable(key.Value))
        {
            _diagnostics.Report(
                DiagnosticDescriptors.InvalidName,
                key.Span,
                key.Value,
                "printable ASCII with a letter or a digit in it");
            return false;
        }

        // RFC 5849 §3.1 keeps the prefix to the protocol, and a signature's order relies on it.
        if (!key.Value.StartsWith("oauth_", StringComparison.Ordinal)) return true;
        _diagnostics.Report(DiagnosticDescriptors.ReservedParameter, key.Span, key.Value);
        return false;
    }

    private bool IsUnique(BoundParameter parameter, List<BoundParameter> before)
    {
        string argument = parameter.Model.Argument;
        BoundParameter? twin = before.FirstOrDefault(other => other.Model.Argument == argument);
        if (twin is not null)
        {
            _diagnostics.Report(
                DiagnosticDescriptors.NameClash, parameter.Key.Span, parameter.Model.Name, twin.Model.Name, argument);
            return false;
        }

        if (argument != "cancellationToken") return true;
        _diagnostics.Report(DiagnosticDescriptors.NameTaken, parameter.Key.Span, argument);
        return false;
    }

    private void RejectUnknownPlaceholders(YamlMapping? map)
    {
        foreach (string name in _request?.PathParameters ?? [])
        {
            if (map?.Find(name) is not null) continue;
            string suggestion = Suggestions.DidYouMean(name, map?.Entries.Select(entry => entry.Key.Value) ?? []);
            _diagnostics.Report(DiagnosticDescriptors.UnknownParameter, _request!.Place.Span, name, suggestion);
        }
    }

    /// <summary>
    /// Numbers the parameters as RFC 5849 §3.4.1.3.2 sorts them: by the bytes of their encoded names.
    /// </summary>
    private static List<BoundParameter> InSignatureOrder(List<BoundParameter> bound)
    {
        List<string> sorted = bound.Select(parameter => parameter.Model.Name).ToList();
        sorted.Sort((a, b) => string.CompareOrdinal(PercentEncoding.Encode(a), PercentEncoding.Encode(b)));
        return bound
            .Select(parameter => parameter with
            {
                Model = parameter.Model with { SignatureIndex = sorted.IndexOf(parameter.Model.Name) },
            })
            .ToList();
    }
}
