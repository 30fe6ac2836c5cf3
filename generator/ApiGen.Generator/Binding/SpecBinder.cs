using System.Collections.Generic;
using System.Linq;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;
using Microsoft.CodeAnalysis.Text;

namespace ApiGen.Generator.Binding;

/// <summary>Reads and binds one file: everything that can be said of it without the others.</summary>
internal sealed class SpecBinder
{
    private readonly DiagnosticBag _diagnostics;
    private readonly MentionList _mentions = new();
    private readonly List<(EndpointModel Model, YamlNode? Example)> _endpoints = [];
    private readonly List<TypeModel> _types = [];
    private readonly List<EnumerationModel> _enumerations = [];
    private string? _apiName;
    private ApiModel? _api;

    private SpecBinder(DiagnosticBag diagnostics) => _diagnostics = diagnostics;

    public static BoundSpec Bind(string path, SourceText text)
    {
        var diagnostics = new DiagnosticBag(path);
        IReadOnlyList<YamlNode> documents = YamlReader.Read(text, diagnostics);
        var binder = new SpecBinder(diagnostics);
        foreach (YamlNode document in documents) binder.BindDocument(document);
        return new BoundSpec
        {
            Path = path,
            Model = binder.ToModel(),
            Diagnostics = diagnostics.ToEquatableArray(),
            Mentions = binder._mentions.ToEquatableArray(),
        };
    }

    private void BindDocument(YamlNode root)
    {
        if (root is not YamlMapping { Entries.Count: > 0 } map)
        {
            _diagnostics.Report(DiagnosticDescriptors.UnknownDocument, root.Span, "a value", "");
            return;
        }

        // By key and not by position: the first key says it to a person, and any order says it to the binder.
        if (map.Find("api") is not null) BindApi(map);
        else if (map.Find("endpoint") is not null) BindEndpoint(map);
        else if (map.Find("type") is not null) BindType(map);
        else ReportUnknownDocument(map);
    }

    private void ReportUnknownDocument(YamlMapping map)
    {
        YamlScalar key = map.Entries[0].Key;
        string suggestion = Suggestions.DidYouMean(key.Value, ["api", "endpoint", "type"]);
        _diagnostics.Report(DiagnosticDescriptors.UnknownDocument, key.Span, $"'{key.Value}'", suggestion);
    }

    private void BindApi(YamlMapping map)
    {
        ApiModel? api = ApiBinder.Bind(new MapReader(map, "an API", _diagnostics), _diagnostics, _mentions);
        if (api is null || !Joins(map.Find("api")!.Value, api.Name)) return;
        _mentions.Add(MentionKind.DeclaresApi, api.Name, map.Find("api")!.Value.Span);
        _api ??= api;
    }

    private void BindEndpoint(YamlMapping map)
    {
        var reader = new MapReader(map, "an endpoint", _diagnostics);
        YamlScalar? of = reader.RequiredText("of");
        EndpointModel? endpoint = new EndpointBinder(reader, _diagnostics, _mentions).Bind();
        if (endpoint is null || of is null || !Joins(of, of.Value)) return;
        _mentions.Add(MentionKind.UsesApi, of.Value, of.Span);
        _mentions.Add(
            MentionKind.DeclaresEndpoint, $"{endpoint.Resource}.{endpoint.Verb}", map.Find("endpoint")!.Value.Span);
        _endpoints.Add((endpoint, map.Find("example")?.Value));
    }

    private void BindType(YamlMapping map)
    {
        var reader = new MapReader(map, "a type", _diagnostics);
        YamlScalar? of = reader.RequiredText("of");
        bool isEnumeration = map.Find("values") is not null && map.Find("fields") is null;
        TypeModel? type = isEnumeration ? null : new TypeBinder(reader, _diagnostics, _mentions).Bind();
        EnumerationModel? enumeration =
            isEnumeration ? new EnumerationBinder(reader, _diagnostics, _mentions).Bind() : null;
        string? name = type?.Name ?? enumeration?.Name;
        if (name is null || of is null || !Joins(of, of.Value)) return;
        _mentions.Add(MentionKind.UsesApi, of.Value, of.Span);
        _mentions.Add(MentionKind.DeclaresType, name, map.Find("type")!.Value.Span);
        if (type is not null) _types.Add(type);
        if (enumeration is not null) _enumerations.Add(enumeration);
    }

    /// <summary>
    /// Whether a document's API is the file's own: one file becomes one generated file in one namespace.
    /// </summary>
    private bool Joins(YamlNode place, string api)
    {
        _apiName ??= api;
        if (_apiName == api) return true;
        _diagnostics.Report(DiagnosticDescriptors.MixedApis, place.Span, api, _apiName);
        return false;
    }

    private SpecModel? ToModel() => _apiName is null ? null : new SpecModel
    {
        ApiName = _apiName,
        Api = _api,
        Endpoints = _endpoints
            .Select(endpoint => AnswerExample.Bind(
                endpoint.Model, endpoint.Example, _types, _diagnostics, _mentions))
            .ToEquatableArray(),
        Types = _types.ToEquatableArray(),
        Enumerations = _enumerations.ToEquatableArray(),
    };
}
