namespace ApiGen.OAuth;

/// <summary>What a signature is made over, for a URL that is known only at run time.</summary>
/// <param name="method">The HTTP method; signed in capitals.</param>
/// <param name="address">
/// The absolute http or https URL. Its path is signed as it is sent, its query as parameters; a fragment isn't sent.
/// </param>
public readonly ref struct OAuth1Request(HttpMethod method, Uri address)
{
    /// <summary>The HTTP method.</summary>
    public HttpMethod Method { get; } = method;

    /// <summary>The URL.</summary>
    public Uri Address { get; } = address;

    /// <summary>
    /// The body as it is sent, if it is of the type <c>application/x-www-form-urlencoded</c>: its parameters are signed
    /// (RFC 5849 §3.4.1.3.1).
    /// </summary>
    public ReadOnlySpan<byte> Form
    {
        get;
        init
        {
            field = value;
            HasForm = true;
        }
    }

    /// <summary>
    /// The body as it is sent, of any other type. It is signed only where <see cref="OAuth1Scheme.BodyHash"/> says so.
    /// </summary>
    public ReadOnlySpan<byte> Body { get; init; }

    /// <summary>
    /// Where the user returns to, or <c>oob</c>, in the request for a request token (RFC 5849 §2.1); null elsewhere.
    /// </summary>
    public string? Callback { get; init; }

    /// <summary>The code that the user brought back, in a request for an access token (§2.3); null elsewhere.</summary>
    public string? Verifier { get; init; }

    /// <summary>Whether there is a form, were it an empty one.</summary>
    internal bool HasForm { get; private init; }
}
