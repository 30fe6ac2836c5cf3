using System.ComponentModel;

namespace ApiGen.CompilerServices;

/// <summary>What a spec says of a parameter beyond the needs of a call.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="Type">The name of its type in the spec language: <c>string</c>, <c>int64[]</c>, <c>date</c>…</param>
/// <param name="IsRequired">Whether every request carries it.</param>
/// <param name="Example">The spec's example of a value, as it is sent, or null.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ParameterDescription(string Name, string Type, bool IsRequired, string? Example = null)
{
    /// <summary>How dates and times are written, in the spec's own words.</summary>
    /// <value>Default: null, for RFC 3339.</value>
    public string? Format { get; init; }

    /// <summary>The values that the spec lists, if the type is an enumeration or a list of one; else empty.</summary>
    public string[] Values { get; init; } = [];

    /// <summary>The value that every request carries, as it is sent.</summary>
    /// <value>Default: null, where callers give the value.</value>
    public string? Constant { get; init; }

    /// <summary>What the service takes where it is left out, as it would be sent.</summary>
    /// <value>Default: null, where nothing is said of it.</value>
    public string? Default { get; init; }
}
