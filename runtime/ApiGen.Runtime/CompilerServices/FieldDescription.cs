using System.ComponentModel;

namespace ApiGen.CompilerServices;

/// <summary>What a spec says of a field of an object that calls send.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="Type">
/// Its type as the spec language writes it, without a question mark: <c>string</c>, <c>User[]</c>, <c>int64{}</c>…
/// </param>
/// <param name="IsRequired">Whether every such object has it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record FieldDescription(string Name, string Type, bool IsRequired)
{
    /// <summary>How dates and times are written, in the spec's own words.</summary>
    /// <value>Default: null, for what the API says of all.</value>
    public string? Format { get; init; }
}
