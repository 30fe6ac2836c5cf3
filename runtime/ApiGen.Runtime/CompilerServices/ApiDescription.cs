using System.ComponentModel;

namespace ApiGen.CompilerServices;

/// <summary>What a spec says of a whole API: for a sandbox, a documentation page, a test.</summary>
/// <param name="Api">What the endpoints share.</param>
/// <param name="Endpoints">The endpoints, in the order of their names.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ApiDescription(ApiDescriptor Api, EndpointDescription[] Endpoints)
{
    /// <summary>The objects that calls send, in the order of their names.</summary>
    public TypeDescription[] Types { get; init; } = [];

    /// <summary>How times in those objects are written, in the spec's own words.</summary>
    /// <value>Default: null, for RFC 3339.</value>
    public string? Dates { get; init; }
}
