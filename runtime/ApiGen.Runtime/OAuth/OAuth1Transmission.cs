namespace ApiGen.OAuth;

/// <summary>Where a request carries OAuth's own parameters (RFC 5849 §3.5).</summary>
public enum OAuth1Transmission
{
    /// <summary>In the Authorization header (§3.5.1), which the RFC prefers.</summary>
    Header,

    /// <summary>At the end of the URL's query (§3.5.3).</summary>
    Query,

    /// <summary>
    /// At the end of a form-urlencoded body (§3.5.2), and in the query of a request that has no such body.
    /// </summary>
    Form,
}
