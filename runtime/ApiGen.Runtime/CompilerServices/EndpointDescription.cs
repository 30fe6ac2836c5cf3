using System.ComponentModel;

namespace ApiGen.CompilerServices;

/// <summary>
/// What a spec says of an endpoint beyond the needs of a call: for a sandbox, a documentation page, a test. Built only
/// when asked for, so that a program that never asks doesn't carry it.
/// </summary>
/// <param name="Endpoint">What a call needs to know.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record EndpointDescription(EndpointDescriptor Endpoint)
{
    /// <summary>What the endpoint does, in a sentence.</summary>
    public string? Summary { get; init; }

    /// <summary>The type and necessity of each parameter, in the order of the spec.</summary>
    public ParameterDescription[] Parameters { get; init; } = [];

    /// <summary>The rules that overloads keep by themselves, beside those of <see cref="Endpoint"/>.</summary>
    public ParameterRule[] Rules { get; init; } = [];

    /// <summary>A successful answer, a text in UTF-8; empty if the spec has no example of it.</summary>
    public byte[] Example { get; init; } = [];

    /// <summary>
    /// The JSON of what <see cref="EndpointDescriptor.Unwrap"/> leads to, in UTF-8; empty if there is
    /// <see cref="Example"/>, or no example at all.
    /// </summary>
    public byte[] UnwrappedExample { get; init; } = [];
}
