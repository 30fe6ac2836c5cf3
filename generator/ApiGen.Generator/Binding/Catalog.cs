using System;
using System.Collections.Generic;
using System.Linq;
using ApiGen.Generator.Model;

namespace ApiGen.Generator.Binding;

/// <summary>
/// The names that all files together declare. Where two files declare one name, the first by ordinal path owns it, so
/// that a clean build and an incremental one agree.
/// </summary>
internal sealed class Catalog : IEquatable<Catalog>
{
    private readonly EquatableArray<SpecNames> _files;

    /// <summary>From <c>kind:api.name</c>, ignoring case, to the path of the file that owns it.</summary>
    private readonly Dictionary<string, string> _owners = new(StringComparer.OrdinalIgnoreCase);

    private Catalog(EquatableArray<SpecNames> files)
    {
        _files = files;
        foreach (SpecNames file in files)
        {
            if (file.Namespace is not null) Claim(ApiKey(file.ApiName), file.Path);
        }

        foreach (SpecNames file in files)
        {
            if (file.Namespace is not null) ClaimGeneratedClasses(file.ApiName, CSharpNames.ApiClasses);
            foreach (EndpointName endpoint in file.Endpoints)
            {
                Claim(EndpointKey(file.ApiName, endpoint), file.Path);
                ClaimGeneratedClasses(file.ApiName, ResourceClasses(endpoint.Resource));
            }
        }

        foreach (SpecNames file in files)
        {
            foreach (TypeName type in file.Types) Claim(TypeKey(file.ApiName, type.Name), file.Path);
        }
    }

    public static Catalog From(IEnumerable<SpecNames> files) =>
        new(files.OrderBy(file => file.Path, StringComparer.Ordinal).ToEquatableArray());

    public IEnumerable<string> ApiNames =>
        _files.Where(file => file.Namespace is not null).Select(file => file.ApiName);

    /// <summary>The namespace of an API's generated code, or null if no file describes the API.</summary>
    public string? FindNamespace(string api) =>
        _files.FirstOrDefault(file => file.ApiName == api && file.Namespace is not null)?.Namespace;

    /// <summary>The pools of an API; none if no file describes it.</summary>
    public IEnumerable<PoolName> PoolsOf(string api) => DescriptionOf(api)?.Pools ?? [];

    /// <summary>The servers of an API beside its base; none if no file describes it.</summary>
    public IEnumerable<string?> HostsOf(string api) => DescriptionOf(api)?.Hosts ?? [];

    /// <summary>A pool by its name, or null if the API has none of this name.</summary>
    public PoolName? FindPool(string api, string name) => PoolsOf(api).FirstOrDefault(pool => pool.Name == name);

    /// <summary>Whether an API has a client that makes calls of this kind.</summary>
    public bool HasCallers(string api, AuthMode auth)
    {
        SpecNames? file = _files.FirstOrDefault(file => file.ApiName == api && file.Namespace is not null);
        return auth switch
        {
            AuthMode.User => file?.HasUser == true,
            AuthMode.App => file?.HasApp == true,
            _ => file is not null,
        };
    }

    /// <summary>A type by its name, or null if no file describes it.</summary>
    public TypeName? FindType(string api, string name) => TypesOf(api).FirstOrDefault(type => type.Name == name);

    public IEnumerable<TypeName> TypesOf(string api) =>
        _files.Where(file => file.ApiName == api).SelectMany(file => file.Types);

    /// <summary>Every endpoint of an API once, in ordinal order.</summary>
    public EquatableArray<EndpointName> EndpointsOf(string api) =>
    [
        .. _files
            .Where(file => file.ApiName == api)
            .SelectMany(file => file.Endpoints)
            .GroupBy(endpoint => EndpointKey(api, endpoint), StringComparer.OrdinalIgnoreCase)
            .Select(group => group.First())
            .Where(endpoint => HasCallers(api, endpoint.Auth))
            .OrderBy(endpoint => endpoint.Resource, StringComparer.Ordinal)
            .ThenBy(endpoint => endpoint.Verb, StringComparer.Ordinal),
    ];

    public string? OwnerOfApi(string api) => Owner(ApiKey(api));

    public string? OwnerOfEndpoint(string api, EndpointName endpoint) => Owner(EndpointKey(api, endpoint));

    public string? OwnerOfType(string api, string name) => Owner(TypeKey(api, name));

    public bool Equals(Catalog? other) => other is not null && _files.Equals(other._files);

    public override bool Equals(object? obj) => Equals(obj as Catalog);

    public override int GetHashCode() => _files.GetHashCode();

    private static string ApiKey(string api) => $"api:{api}";

    private static string EndpointKey(string api, EndpointName name) => $"endpoint:{api}.{name.Resource}.{name.Verb}";

    /// <summary>Types and the generated classes of an API share one namespace.</summary>
    private static string TypeKey(string api, string name) => $"type:{api}.{name}";

    private static string[] ResourceClasses(string resource) =>
    [
        resource, $"{resource}Budgets",
        $"App{resource}", $"App{resource}Budgets",
        $"Any{resource}", $"Any{resource}Budgets",
    ];

    private SpecNames? DescriptionOf(string api) =>
        _files.FirstOrDefault(file => file.ApiName == api && file.Path == OwnerOfApi(api));

    private string? Owner(string key) => _owners.TryGetValue(key, out string? path) ? path : null;

    private void ClaimGeneratedClasses(string api, IEnumerable<string> suffixes)
    {
        foreach (string suffix in suffixes) Claim(TypeKey(api, api + suffix), path: "");
    }

    private void Claim(string key, string path)
    {
        if (!_owners.ContainsKey(key)) _owners.Add(key, path);
    }
}
