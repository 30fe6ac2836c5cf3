using ApiGen.Budgets;
using ApiGen.Budgets.Waiting;
using ApiGen.CompilerServices;
using ApiGen.OAuth;

namespace ApiGen.Pipeline;

/// <summary>What every call of one endpoint through one client has in common.</summary>
internal sealed class EndpointRoute
{
    private readonly Uri _base;
    private readonly EndpointDescriptor _endpoint;
    private readonly string? _fixedAddress;
    private readonly byte[]? _fixedPrefix;

    public EndpointRoute(
        EndpointDescriptor endpoint, Uri baseAddress, CallIdentity identity, TimeSpan callTimeout)
    {
        _endpoint = endpoint;
        _base = baseAddress;
        BudgetClaim[] claims = EndpointClaims.Of(endpoint, identity);
        Claims = claims;
        FailFast = new BudgetRequest(claims, callTimeout, LongestWait: TimeSpan.Zero, Waits: null);
        IsLimitedAtOnce = Array.Exists(claims, claim => claim.Key.Window == TimeSpan.Zero);
        Method = HttpMethod.Parse(endpoint.Method);
        if (endpoint.Parameters.Any(parameter => parameter.Place == ParameterPlace.Path)) return;
        _fixedAddress = AddressOf(endpoint.Path);
        _fixedPrefix = PrefixOf(endpoint.Path);
    }

    public HttpMethod Method { get; }

    /// <summary>The budgets that a call draws on.</summary>
    public IReadOnlyList<BudgetClaim> Claims { get; }

    /// <summary>What a call that doesn't wait asks for.</summary>
    public BudgetRequest FailFast { get; }

    /// <summary>Whether a limit counts calls until they end, the reading of the answer with them.</summary>
    public bool IsLimitedAtOnce { get; }

    /// <summary>The URL of a call, without its query.</summary>
    public string AddressOf(ApiCall call) => _fixedAddress ?? AddressOf(call.Path);

    /// <summary>What the signature base string of a call begins with.</summary>
    public byte[] PrefixOf(ApiCall call) => _fixedPrefix ?? PrefixOf(call.Path);

    private string AddressOf(string path) => _base.GetLeftPart(UriPartial.Path).TrimEnd('/') + path;

    private byte[] PrefixOf(string path)
    {
        // A name outside ASCII is sent in its ASCII form, and an IPv6 address with its brackets; that is what is
        // signed.
        string host = _base.HostNameType == UriHostNameType.IPv6 ? _base.Host : _base.IdnHost;
        string uri = BaseStringUri.Of(_base.Scheme, host, _base.Port, _base.AbsolutePath.TrimEnd('/') + path);
        return SignatureBaseString.Prefix(_endpoint.Method, uri);
    }
}
