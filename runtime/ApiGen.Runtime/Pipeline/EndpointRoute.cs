using ApiGen.CompilerServices;
using ApiGen.OAuth;

namespace ApiGen.Pipeline;

/// <summary>What every call of one endpoint through one client has in common.</summary>
internal sealed class EndpointRoute
{
    private readonly BaseAddress _base;
    private readonly EndpointDescriptor _endpoint;
    private readonly string? _fixedAddress;
    private readonly byte[]? _fixedPrefix;

    public EndpointRoute(EndpointDescriptor endpoint, BaseAddress baseAddress)
    {
        _endpoint = endpoint;
        _base = baseAddress;
        Method = HttpMethod.Parse(endpoint.Method);
        TakesJson = endpoint.Parameters.Any(parameter => parameter.Place == ParameterPlace.Json);
        if (endpoint.Parameters.Any(parameter => parameter.Place == ParameterPlace.Path)) return;
        _fixedAddress = AddressOf(endpoint.Path);
        _fixedPrefix = SignatureBaseString.Prefix(
            endpoint.Method, baseAddress.Signed, endpoint.SignedPath ?? PercentEncoding.Encode(endpoint.Path));
    }

    public HttpMethod Method { get; }

    /// <summary>Whether the body is a JSON object, were it an empty one.</summary>
    public bool TakesJson { get; }

    /// <summary>The URL of a call, without its query.</summary>
    public string AddressOf(ApiCall call) => _fixedAddress ?? AddressOf(call.Path);

    /// <summary>What the signature base string of a call begins with.</summary>
    public byte[] PrefixOf(ApiCall call) =>
        _fixedPrefix ?? SignatureBaseString.Prefix(_endpoint.Method, call.Address!);

    private string AddressOf(string path) => _base.Sent + path;
}
