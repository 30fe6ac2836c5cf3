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
    /// <summary>What a method that is generated for an endpoint can take, and the compiler read.</summary>
    private const int MostParameters = 256;

    private readonly RequestLine? _request;
    private readonly ParameterPlace _place;
    private readonly DiagnosticBag _diagnostics;
    private readonly MentionList _mentions;

    public ParameterBinder(
        RequestLine? request, ParameterPlace place, DiagnosticBag diagnostics, MentionList mentions)
    {
        _request = request;
        _place = place;
        _diagnostics = diagnostics;
        _mentions = mentions;
    }

    public IReadOnlyList<BoundParameter> Bind(YamlMapping? map)
    {
        var bound = new List<BoundParameter>();
        IReadOnlyList<YamlEntry> entries = map?.Entries ?? [];
        foreach (YamlEntry entry in entries.Take(MostParameters))
        {
            BoundParameter? parameter = BindOne(entry);
            if (parameter is not null && IsUnique(parameter, bound)) bound.Add(parameter);
        }

        if (entries.Count > MostParameters)
            _diagnostics.Report(DiagnosticDescriptors.TooManyParameters, entries[MostParameters].Key.Span);
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

        void ReportUnknown(YamlScalar use) => NamedParameter.ReportUnknown(use, candidates.Keys, _diagnostics);
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
        YamlScalar? typeText = reader.RequiredText("type");
        TypeReference? type = TypeSyntax.BindParameter(typeText, _diagnostics, _mentions);
        (ParameterPlace place, YamlScalar? placeText) = BindPlace(reader, key);
        string? format = DateFormatBinder.Bind(reader, type, _diagnostics);
        ListJoin join = BindJoin(reader, type, place);
        bool? isRequired = reader.OptionalBool("required");
        string? summary = reader.OptionalText("summary")?.Value;
        string? example = new ParameterExample(reader, key.Value, _diagnostics, _mentions)
            .Bind(type, place, format, join);
        var details = ParameterDetails.Bind(reader, key, type, format, place, _diagnostics);
        reader.RejectUnknownKeys();
        if (!IsNameAllowed(key, place)) return null;
        if (type is null || !MayTravel(type, place, typeText!)) return null;
        return new BoundParameter(
            new ParameterModel
            {
                Name = key.Value,
                Argument = CSharpNames.Argument(key.Value),
                Place = place,
                Type = type,
                Format = format == DatePatterns.Internet ? null : format,
                Join = join,
                IsRequired = place == ParameterPlace.Path || (isRequired ?? false),
                Example = example,
                Constant = details.Constant,
                Default = details.Default,
                Checks = details.Checks,
                IsSensitive = details.IsSensitive,
                SignatureIndex = -1,
            },
            key,
            summary)
        {
            In = placeText,
            Deprecation = details.Deprecation,
        };
    }

    private bool MayTravel(TypeReference type, ParameterPlace place, YamlScalar text)
    {
        if (place != ParameterPlace.Json && type.UsedName is { } name)
            _mentions.Add(MentionKind.SendsAsText, name, text.Span);
        string? problem = BodyRules.FindProblem(type, place);
        if (problem is not null)
            _diagnostics.Report(DiagnosticDescriptors.MisplacedType, text.Span, text.Value, problem);
        return problem is null;
    }

    /// <summary>Where the parameter travels: in the path, or where it says itself, or where the endpoint does.</summary>
    private (ParameterPlace Place, YamlScalar? Text) BindPlace(MapReader reader, YamlScalar key)
    {
        if (_request?.PathParameters.Contains(key.Value) == true)
        {
            reader.Refuse("in", "the path has a place for the parameter");
            return (ParameterPlace.Path, null);
        }

        YamlScalar? text = reader.OptionalText("in");
        return (reader.Choice("in", text, Vocabulary.ParameterPlaces) ?? _place, text);
    }

    /// <summary>How the values of a list are sent, where they aren't JSON.</summary>
    private static ListJoin BindJoin(MapReader reader, TypeReference? type, ParameterPlace place)
    {
        bool isFile = type is ListReference { Element: ScalarReference { Kind: ScalarKind.File } };
        if (type is not (null or ListReference) || isFile || place == ParameterPlace.Json)
        {
            reader.Refuse("join", "only a list that is sent as text has values to put together");
            return ListJoin.Csv;
        }

        bool hasName = place is not (ParameterPlace.Path or ParameterPlace.Header);
        return reader.Choice("join", isRequired: false, hasName ? Vocabulary.Joins : Vocabulary.JoinsWithoutName)
            ?? ListJoin.Csv;
    }

    private bool IsNameAllowed(YamlScalar key, ParameterPlace place)
    {
        if (!NameCheck.IsNameable(key, _diagnostics)) return false;

        if (place == ParameterPlace.Header && HeaderNames.FindProblem(key.Value) is { } problem)
        {
            _diagnostics.Report(DiagnosticDescriptors.UnusableHeader, key.Span, key.Value, problem);
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
            if (_diagnostics.IsFull) return;
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
