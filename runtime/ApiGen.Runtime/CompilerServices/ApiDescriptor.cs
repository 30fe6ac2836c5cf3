using System.ComponentModel;
using ApiGen.OAuth;

namespace ApiGen.CompilerServices;

/// <summary>What the endpoints of one API share. Written by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiDescriptor
{
    /// <summary>The API's name in its spec.</summary>
    public required string Name { get; init; }

    /// <summary>Scheme and authority, with no trailing slash: <c>https://api.twitter.com</c>.</summary>
    public required string BaseAddress { get; init; }

    /// <summary>
    /// That address as it is signed, already encoded (RFC 5849 §3.4.1.2): <c>https%3A%2F%2Fapi.twitter.com</c>.
    /// </summary>
    /// <value>Default: null, to encode it at run time.</value>
    public string? SignedOrigin { get; init; }

    /// <summary>How calls for a user are authorised, or null if the API has none.</summary>
    public AuthDescriptor? User { get; init; }

    /// <summary>How calls by the app alone are authorised, or null if the API has none.</summary>
    public AuthDescriptor? App { get; init; }

    /// <summary>Where a user's id is found, so that a re-authorised user keeps one budget.</summary>
    public UserIdSource UserId { get; init; }

    /// <summary>How the API wants requests signed.</summary>
    public OAuth1Scheme Signing { get; init; } = OAuth1Scheme.Default;

    /// <summary>
    /// The headers that report limits, beside those that every API may send: <c>RateLimit</c> and <c>Retry-After</c>.
    /// </summary>
    public LimitHeaders[] LimitHeaders { get; init; } = [];

    /// <summary>How the bodies of failures are laid out; the first that fits a body is taken.</summary>
    public ErrorShape[] Errors { get; init; } = [];

    /// <summary>The failures that any endpoint of the API may answer.</summary>
    public FailureDescriptor[] Failures { get; init; } = [];
}
