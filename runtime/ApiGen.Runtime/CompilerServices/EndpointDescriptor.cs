using System.ComponentModel;
using ApiGen.Budgets;
using ApiGen.Pipeline;

namespace ApiGen.CompilerServices;

/// <summary>All that a call of one endpoint needs to know. Written by generated code, once an endpoint.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class EndpointDescriptor
{
    private bool? _mayFailInSuccess;

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

    /// <summary>What the body of a successful answer is.</summary>
    public AnswerContent Content { get; init; }

    /// <summary>
    /// Where a JSON body holds the value: names of properties with dots between; null if it is the value.
    /// </summary>
    public string? Unwrap { get; init; }

    /// <summary>How its answer comes in pages, or null if it is whole.</summary>
    public PagesDescriptor? Pages { get; init; }

    /// <summary>How the bodies of its failures are laid out, if not like those of the API.</summary>
    public ErrorShape[] Errors { get; init; } = [];

    /// <summary>The failures that are its own; those of the API come after them.</summary>
    public FailureDescriptor[] Failures { get; init; } = [];

    /// <summary>Whether a request whose outcome is unknown may be sent again.</summary>
    public bool IsReplaySafe { get; init; }

    /// <summary>Its limits and those of its pools.</summary>
    internal IEnumerable<BudgetLimit> AllLimits => Limits.Concat(Pools.SelectMany(pool => pool.Limits));

    /// <summary>Whether any of them counts by the value of a parameter.</summary>
    internal bool CountsValues => CountsValueOf.Length > 0;

    /// <summary>Which parameters' values are counted apart; empty if none's.</summary>
    internal bool[] CountsValueOf => field ??= FindCounted();

    /// <summary><see cref="Unwrap"/>, to walk along.</summary>
    internal JsonPropertyPath UnwrapPath => field ??= JsonPropertyPath.Of(Unwrap);

    /// <summary>How the bodies of its failures are laid out.</summary>
    internal ErrorShape[] ErrorShapes => Errors.Length > 0 ? Errors : Api.Errors;

    /// <summary>Whether an answer may be a failure though its status is one of success.</summary>
    internal bool MayFailInSuccess => _mayFailInSuccess ??= Array.Exists(ErrorShapes, shape => shape.When is not null);

    /// <summary>What the arguments of a call are held against.</summary>
    internal RuleCheck RuleCheck => field ??= new RuleCheck(this);

    /// <summary>The name of its budgets in a store.</summary>
    internal string OwnPool => field ??= $"{Api.Name}/{Name}";

    private bool[] FindCounted()
    {
        HashSet<string> names = [.. AllLimits.SelectMany(limit => CountedValues.NamesOf(limit.ForEach))];
        return names.Count == 0 ? [] : [.. Parameters.Select(parameter => names.Contains(parameter.Name))];
    }
}
