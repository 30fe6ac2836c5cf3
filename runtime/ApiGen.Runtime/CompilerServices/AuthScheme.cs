using System.ComponentModel;

namespace ApiGen.CompilerServices;

/// <summary>How calls are authorised.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum AuthScheme
{
    /// <summary>A signature of each request (RFC 5849).</summary>
    OAuth1,

    /// <summary>
    /// A token of OAuth 2.0: an app's by its client credentials (RFC 6749 §4.4), a user's by an authorization code with
    /// PKCE (RFC 6749 §4.1, RFC 7636).
    /// </summary>
    OAuth2,

    /// <summary>A token that is had by other ways (RFC 6750).</summary>
    Bearer,
}
