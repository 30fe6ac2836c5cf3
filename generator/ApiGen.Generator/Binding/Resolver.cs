using System;
using System.Collections.Generic;
using System.Linq;
using ApiGen.Generator.Model;

namespace ApiGen.Generator.Binding;

/// <summary>Joins a file's model with the names of the others: what can't stand beside them is left out.</summary>
internal sealed class Resolver
{
    private readonly string _path;
    private readonly SpecModel _model;
    private readonly Catalog _catalog;

    private Resolver(string path, SpecModel model, Catalog catalog)
    {
        _path = path;
        _model = model;
        _catalog = catalog;
    }

    /// <summary>The names that a file declares.</summary>
    public static SpecNames NamesOf(string path, SpecModel model) => new()
    {
        Path = path,
        ApiName = model.ApiName,
        Namespace = model.Api?.Namespace,
        HasUser = model.Api?.User is not null,
        HasApp = model.Api?.App is not null,
        FailsInSuccess = (model.Api?.Errors ?? []).Any(shape => shape.When is not null),
        Endpoints = model.Endpoints.Select(NameOf).ToEquatableArray(),
        Types = [.. model.Types.Select(NameOf), .. model.Enumerations.Select(NameOf)],
        Sent = model.Endpoints
            .SelectMany(endpoint => endpoint.Parameters)
            .Where(parameter => parameter.Place == ParameterPlace.Json)
            .Select(parameter => parameter.Type.UsedName)
            .OfType<string>()
            .Distinct()
            .OrderBy(name => name, StringComparer.Ordinal)
            .ToEquatableArray(),
        Hosts = (model.Api?.Hosts ?? []).Select(host => host.Name).ToEquatableArray(),
        Pools = (model.Api?.Pools ?? []).Select(NameOf).ToEquatableArray(),
    };

    /// <summary>What to print for a file, or null if nothing of it can be.</summary>
    public static ResolvedSpec? Resolve(string path, SpecModel model, Catalog catalog) =>
        new Resolver(path, model, catalog).Resolve();

    private static EndpointName NameOf(EndpointModel endpoint) => new(
        endpoint.Name,
        endpoint.Resource,
        endpoint.Verb,
        endpoint.Auth,
        endpoint.Methods.Select(method => method.Name).Distinct().ToEquatableArray());

    private static TypeName NameOf(TypeModel type) => new(
        type.Name,
        TypeKind.Object,
        type.Fields
            .Select(field => field.Type.UsedName)
            .OfType<string>()
            .Distinct()
            .OrderBy(name => name, StringComparer.Ordinal)
            .ToEquatableArray())
    {
        IsDeprecated = type.Deprecated is not null,
    };

    private static TypeName NameOf(EnumerationModel enumeration) =>
        new(enumeration.Name, TypeKind.Enumeration, Uses: []) { IsDeprecated = enumeration.Deprecated is not null };

    private static PoolName NameOf(PoolModel pool) => new(
        pool.Name,
        pool.LimitsText,
        pool.Limits.Select(limit => limit.Count).DefaultIfEmpty(int.MaxValue).Min(),
        pool.Limits.SelectMany(limit => limit.ForEach).Distinct().ToEquatableArray());

    private ResolvedSpec? Resolve()
    {
        string api = _model.ApiName;
        string? space = _catalog.FindNamespace(api);
        if (space is null) return null;

        ApiModel? ownApi = _catalog.OwnerOfApi(api) == _path ? _model.Api : null;
        List<EndpointModel> endpoints = Distinct(_model.Endpoints, endpoint => $"{endpoint.Resource}.{endpoint.Verb}")
            .Where(endpoint => _catalog.OwnerOfEndpoint(api, endpoint.Resource, endpoint.Verb) == _path)
            .Where(endpoint => _catalog.HasCallers(api, endpoint.Auth))
            .Select(Resolve)
            .ToList();
        List<TypeModel> types = Distinct(_model.Types, type => type.Name)
            .Where(type => _catalog.OwnerOfType(api, type.Name) == _path)
            .Select(type => type with { Fields = Resolve(type.Fields), IsSent = _catalog.IsSent(api, type.Name) })
            .ToList();
        List<EnumerationModel> enumerations = Distinct(_model.Enumerations, enumeration => enumeration.Name)
            .Where(enumeration => types.All(type => type.Name != enumeration.Name))
            .Where(enumeration => _catalog.OwnerOfType(api, enumeration.Name) == _path)
            .ToList();
        string? hint = HintName(ownApi, endpoints, types.Select(type => type.Name)
            .Concat(enumerations.Select(enumeration => enumeration.Name)));
        return hint is null ? null : new ResolvedSpec
        {
            HintName = hint,
            ApiName = api,
            Namespace = space,
            Api = ownApi,
            AllEndpoints = ownApi is null ? [] : _catalog.EndpointsOf(api),
            SentTypes = ownApi is null ? [] : _catalog.SentTypesOf(api).ToEquatableArray(),
            Endpoints = endpoints.ToEquatableArray(),
            Types = types.ToEquatableArray(),
            Enumerations = enumerations.ToEquatableArray(),
            UsesDeprecated = _catalog.TypesOf(api).Any(type => type.IsDeprecated)
                || types.SelectMany(type => type.Fields).Any(field => field.Deprecated is not null),
        };
    }

    /// <summary>Names the generated file after the first thing in it, which no other file may have.</summary>
    private string? HintName(ApiModel? api, List<EndpointModel> endpoints, IEnumerable<string> types)
    {
        string prefix = _model.ApiName;
        if (api is not null) return $"{prefix}.g.cs";
        if (endpoints.Count > 0) return $"{prefix}.{endpoints[0].Resource}.{endpoints[0].Verb}.g.cs";
        return types.FirstOrDefault() is { } type ? $"{prefix}.{type}.g.cs" : null;
    }

    private EndpointModel Resolve(EndpointModel endpoint)
    {
        // A pool or a host that nobody describes is left out, so that its one error doesn't bring others.
        List<PoolName> pools =
            endpoint.Pools.Select(pool => _catalog.FindPool(_model.ApiName, pool)).OfType<PoolName>().ToList();
        EquatableArray<ParameterModel> parameters = endpoint.Parameters.Select(Resolve).ToEquatableArray();
        return endpoint with
        {
            Host = _catalog.HostsOf(_model.ApiName).Contains(endpoint.Host) ? endpoint.Host : null,
            Parameters = parameters,
            Methods = OverloadBinder.WithoutTwins(endpoint.Methods.Select(method => Resolve(method, parameters))),
            Returns = Resolve(endpoint.Returns),
            Remarks = RemarksText.WithPools(endpoint.Remarks, pools),
            Pools = pools.Select(pool => pool.Name).ToEquatableArray(),
        };
    }

    private ParameterModel Resolve(ParameterModel parameter) => parameter with
    {
        Type = parameter.Place == ParameterPlace.Json ? Resolve(parameter.Type) : ResolveText(parameter.Type),
    };

    private static MethodModel Resolve(MethodModel method, EquatableArray<ParameterModel> parameters) => method with
    {
        Arguments = method.Arguments
            .Select(argument => argument with
            {
                Type = parameters.First(parameter => parameter.SignatureIndex == argument.SignatureIndex).Type,
            })
            .ToEquatableArray(),
    };

    private EquatableArray<FieldModel> Resolve(IEnumerable<FieldModel> fields) =>
        fields.Select(field => field with { Type = Resolve(field.Type) }).ToEquatableArray();

    /// <summary>
    /// A type that doesn't become a class is read as free-form JSON, so that its one error doesn't bring others.
    /// </summary>
    private TypeReference Resolve(TypeReference type) => type switch
    {
        ObjectReference reference => !_catalog.HasClass(_model.ApiName, reference.Name)
            ? new ScalarReference(ScalarKind.Json, reference.IsNullable)
            : _catalog.FindType(_model.ApiName, reference.Name)!.Kind == TypeKind.Enumeration
                ? new EnumerationReference(reference.Name, reference.IsNullable)
                : reference,
        ListReference list => list with { Element = Resolve(list.Element) },
        MapReference map => map with { Element = Resolve(map.Element) },
        _ => type,
    };

    /// <summary>An object where only texts travel becomes a text, so that its one error doesn't bring others.</summary>
    private TypeReference ResolveText(TypeReference type) => Resolve(type) switch
    {
        ListReference list => list with { Element = ResolveText(list.Element) },
        ObjectReference or ScalarReference { Kind: ScalarKind.Json } =>
            new ScalarReference(ScalarKind.String, IsNullable: false),
        var resolved => resolved,
    };

    private static IEnumerable<TItem> Distinct<TItem>(IEnumerable<TItem> items, Func<TItem, string> nameOf) =>
        items.GroupBy(nameOf, StringComparer.OrdinalIgnoreCase).Select(group => group.First());
}
