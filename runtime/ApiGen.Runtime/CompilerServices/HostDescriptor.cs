using System.ComponentModel;

namespace ApiGen.CompilerServices;

/// <summary>A server of an API beside the one at its base. Written by generated code.</summary>
/// <param name="Address">Scheme and authority, with no trailing slash: <c>https://upload.twitter.com</c>.</param>
/// <param name="SignedOrigin">That address as it is signed, already encoded, or null to encode it at run time.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record HostDescriptor(string Address, string? SignedOrigin = null);
