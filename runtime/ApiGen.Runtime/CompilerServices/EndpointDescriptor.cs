using System.ComponentModel;
using ApiGen.Budgets;

namespace ApiGen.CompilerServices;

/// <summary>All that a call of one endpoint needs to know. Written by generated code, once an endpoint.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class EndpointDescriptor
{
    /// <summary>The API it belongs to.</summary>
    public required ApiDescriptor Api { get; init; }

    /// <summary>Its name in the spec: <c>friendships/create</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The HTTP method, in capitals.</summary>
    public required string Method { get; init; }

    /// <summary>On whose behalf it is called.</summary>
    public AuthMode Auth { get; init; }

    /// <summary>The server that it lies on, or null for the one at the API's base.</summary>
    public HostDescriptor? Host { get; init; }

    /// <summary>The path as it is sent, with path parameters in braces: <c>/1.1/friendships/create.json</c>.</summary>
    public required string Path { get; init; }

    /// <summary>
    /// The path as it is signed, already encoded (RFC 5849 §3.4.1.2): <c>%2F1.1%2Ffriendships%2Fcreate.json</c>.
    /// </summary>
    /// <value>Default: null, to encode it at run time, as a path with parameters must be.</value>
    public string? SignedPath { get; init; }

    /// <summary>Its parameters, ordered as a signature orders them: by the bytes of their encoded names.</summary>
    public ParameterDescriptor[] Parameters { get; init; } = [];

    /// <summary>How its parameters depend on each other, beyond what the overloads of its methods say.</summary>
    public ParameterRule[] Rules { get; init; } = [];

    /// <summary>Its limits, all of which a call draws on at once.</summary>
    public BudgetLimit[] Limits { get; init; } = [];

    /// <summary>The pools that a call draws on beside its own limits.</summary>
    public PoolDescriptor[] Pools { get; init; } = [];

    /// <summary>How many slots a call takes of every limit.</summary>
    /// <value>Default: 1.</value>
    public int Cost { get; init; } = 1;

    /// <summary>The failures that are its own; those of the API come after them.</summary>
    public FailureDescriptor[] Failures { get; init; } = [];

    /// <summary>Whether a request whose outcome is unknown may be sent again.</summary>
    public bool IsReplaySafe { get; init; }

    /// <summary>What the arguments of a call are held against.</summary>
    internal RuleCheck RuleCheck => field ??= new RuleCheck(this);

    /// <summary>The name of its budgets in a store.</summary>
    internal string OwnPool => field ??= $"{Api.Name}/{Name}";
}
