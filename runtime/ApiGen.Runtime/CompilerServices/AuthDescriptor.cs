using System.ComponentModel;

namespace ApiGen.CompilerServices;

/// <summary>
/// How calls of one kind are authorised, and where tokens for them come from. Written by generated code.
/// </summary>
/// <remarks>Each address is a path below the API's base, or a whole URL.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AuthDescriptor
{
    /// <summary>The way of authorising.</summary>
    public required AuthScheme Scheme { get; init; }

    /// <summary>OAuth 1.0a: where temporary credentials are had (RFC 5849 §2.1), or null.</summary>
    public string? RequestToken { get; init; }

    /// <summary>Where a user is sent to say yes or no (RFC 5849 §2.2, RFC 6749 §3.1), or null.</summary>
    public string? Authorize { get; init; }

    /// <summary>OAuth 1.0a: where token credentials are had (RFC 5849 §2.3), or null.</summary>
    public string? AccessToken { get; init; }

    /// <summary>OAuth 2.0: where tokens are had (RFC 6749 §3.2), or null.</summary>
    public string? Token { get; init; }

    /// <summary>The parameter of a token answer that holds the user's id, or null.</summary>
    public string? UserField { get; init; }

    /// <summary>OAuth 2.0: what a user is asked to grant, unless the program says otherwise.</summary>
    public string[] Scopes { get; init; } = [];
}
