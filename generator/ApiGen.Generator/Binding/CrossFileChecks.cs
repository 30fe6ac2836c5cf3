using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;
using Microsoft.CodeAnalysis;
using TypeKind = ApiGen.Generator.Model.TypeKind;

namespace ApiGen.Generator.Binding;

/// <summary>Judges a file's mentions by the names of all files.</summary>
internal sealed class CrossFileChecks
{
    private readonly BoundSpec _spec;
    private readonly string _api;
    private readonly Catalog _catalog;
    private readonly DiagnosticBag _diagnostics;
    private readonly HashSet<string> _declared = new(StringComparer.OrdinalIgnoreCase);

    private CrossFileChecks(BoundSpec spec, string api, Catalog catalog)
    {
        _spec = spec;
        _api = api;
        _catalog = catalog;
        _diagnostics = new DiagnosticBag(spec.Path);
    }

    public static IEnumerable<SpecDiagnostic> Run(BoundSpec spec, Catalog catalog)
    {
        if (spec.Model is null) return [];
        var checks = new CrossFileChecks(spec, spec.Model.ApiName, catalog);
        foreach (NameMention mention in spec.Mentions)
        {
            if (!checks._diagnostics.IsFull) checks.Check(mention);
        }

        return checks._diagnostics.ToEquatableArray();
    }

    private void Check(NameMention mention)
    {
        switch (mention.Kind)
        {
            case MentionKind.UsesApi when _catalog.FindNamespace(mention.Name) is null:
                Report(
                    DiagnosticDescriptors.UnknownApi,
                    mention,
                    Suggestions.DidYouMean(mention.Name, _catalog.ApiNames));
                break;
            case MentionKind.UsesType when _catalog.FindType(_api, mention.Name) is null:
                IEnumerable<string> types =
                    _catalog.TypesOf(_api).Select(type => type.Name).Concat(Vocabulary.FieldTypes.Keys);
                Report(DiagnosticDescriptors.UnknownType, mention, Suggestions.DidYouMean(mention.Name, types));
                break;
            case MentionKind.UsesEndpoint when !IsEndpoint(mention.Name):
                IEnumerable<string> endpoints = _catalog.EndpointsOf(_api).Select(endpoint => endpoint.Name);
                Report(
                    DiagnosticDescriptors.UnknownEndpoint, mention, Suggestions.DidYouMean(mention.Name, endpoints));
                break;
            case MentionKind.SendsAsText when KindOf(mention) == TypeKind.Object:
                Report(DiagnosticDescriptors.MisplacedType, mention, "an object travels in a JSON body alone");
                break;
            case MentionKind.ExampleOfObject when KindOf(mention) == TypeKind.Enumeration:
                Report(DiagnosticDescriptors.ExampleMisfit, mention, "a text, since it is an enumeration");
                break;
            case MentionKind.ExampleOfEnumeration when KindOf(mention) == TypeKind.Object:
                Report(DiagnosticDescriptors.ExampleMisfit, mention, "a mapping with its fields");
                break;
            case MentionKind.UsesPool when _catalog.FindNamespace(_api) is not null
                                           && _catalog.FindPool(_api, mention.Name) is null:
                IEnumerable<string> pools = _catalog.PoolsOf(_api).Select(pool => pool.Name);
                Report(DiagnosticDescriptors.UnknownPool, mention, Suggestions.DidYouMean(mention.Name, pools));
                break;
            case MentionKind.UsesHost when _catalog.FindNamespace(_api) is not null
                                           && !_catalog.HostsOf(_api).Contains(mention.Name):
                string hosts = Suggestions.DidYouMean(mention.Name, _catalog.HostsOf(_api).OfType<string>());
                Report(DiagnosticDescriptors.UnknownHost, mention, hosts);
                break;
            case MentionKind.UsesPool:
                CheckParameters(mention, _catalog.FindPool(_api, mention.Name));
                break;
            case MentionKind.CostsPool when mention.Cost > _catalog.FindPool(_api, mention.Name)?.LargestCost:
                string cost = mention.Cost.ToString(CultureInfo.InvariantCulture);
                string pool = $"the pool {mention.Name}";
                _diagnostics.Report(DiagnosticDescriptors.CostAboveLimit, mention.Span, cost, pool);
                break;
            case MentionKind.FailsInSuccess when _catalog.FailsInSuccess(_api) is false:
                _diagnostics.Report(DiagnosticDescriptors.StatusOfSuccess, mention.Span, mention.Name);
                break;
            case MentionKind.DeclaresApi:
                CheckOwner(mention, _catalog.OwnerOfApi(mention.Name));
                break;
            case MentionKind.DeclaresType:
                CheckOwner(mention, _catalog.OwnerOfType(_api, mention.Name));
                break;
            case MentionKind.DeclaresEndpoint:
                string[] parts = mention.Name.Split('.');
                CheckOwner(mention, _catalog.OwnerOfEndpoint(_api, parts[0], parts[1]));
                break;
            case MentionKind.UsesAuth when _catalog.FindNamespace(_api) is not null
                && !_catalog.HasCallers(_api, Vocabulary.AuthModes[mention.Name]):
                Report(DiagnosticDescriptors.UnknownAuth, mention, _api);
                break;
        }
    }

    private void CheckParameters(NameMention mention, PoolName? pool)
    {
        foreach (string name in pool?.ForEach ?? [])
        {
            if (mention.Parameters.Contains(name)) continue;
            string suggestion = Suggestions.DidYouMean(name, mention.Parameters);
            _diagnostics.Report(DiagnosticDescriptors.PoolParameter, mention.Span, mention.Name, name, suggestion);
        }
    }

    private bool IsEndpoint(string name) => EndpointBinder.PartsOf(name) is var (resource, verb)
        && _catalog.OwnerOfEndpoint(_api, resource, verb) is not null;

    private TypeKind? KindOf(NameMention mention) => _catalog.FindType(_api, mention.Name)?.Kind;

    private void CheckOwner(NameMention mention, string? owner)
    {
        bool isFirstHere = _declared.Add($"{mention.Kind}:{mention.Name}");
        if (owner == _spec.Path && isFirstHere) return;
        string place = owner is null or "" ? "generated code" : owner;
        Report(DiagnosticDescriptors.DeclaredTwice, mention, place);
    }

    private void Report(DiagnosticDescriptor descriptor, NameMention mention, string last) =>
        _diagnostics.Report(descriptor, mention.Span, mention.Name, last);
}
