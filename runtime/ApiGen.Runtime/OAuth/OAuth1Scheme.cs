using System.Security.Cryptography;

namespace ApiGen.OAuth;

/// <summary>How one API wants its requests signed, where RFC 5849 leaves a choice.</summary>
public sealed class OAuth1Scheme
{
    /// <summary>The usual: HMAC-SHA1 in the Authorization header.</summary>
    public static OAuth1Scheme Default { get; } = new();

    /// <summary>The signature method.</summary>
    /// <value>Default: <see cref="OAuth1SignatureMethod.HmacSha1"/>.</value>
    public OAuth1SignatureMethod Signature { get; init; }

    /// <summary>Where a request carries OAuth's own parameters.</summary>
    /// <value>Default: <see cref="OAuth1Transmission.Header"/>.</value>
    public OAuth1Transmission Send { get; init; }

    /// <summary>
    /// The realm in the Authorization header (RFC 5849 §3.5.1), in printable ASCII; it is never signed. Null for none.
    /// </summary>
    /// <value>Default: null.</value>
    /// <exception cref="ArgumentException">The value has other characters.</exception>
    public string? Realm
    {
        get;
        init => field = value is null || value.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0
            ? value
            : throw new ArgumentException("A realm consists of printable ASCII characters.", nameof(value));
    }

    /// <summary>
    /// Whether requests that aren't forms carry a signed hash of their body, even if it is empty (the draft "OAuth
    /// Request Body Hash", §3.2). With PLAINTEXT there is none: it would prove nothing.
    /// </summary>
    /// <value>Default: false.</value>
    public bool BodyHash { get; init; }

    /// <summary>
    /// Whether credentials without a token send an empty <c>oauth_token</c>. The RFC leaves it out (§3.1), and some
    /// servers miss it.
    /// </summary>
    /// <value>Default: false.</value>
    public bool SendsEmptyToken { get; init; }

    /// <summary>Whether <c>oauth_version=1.0</c> is sent, which RFC 5849 §3.1 leaves to the client.</summary>
    /// <value>Default: true.</value>
    public bool SendsVersion { get; init; } = true;

    /// <summary>The signature method's name on the wire.</summary>
    internal string MethodName => Signature switch
    {
        OAuth1SignatureMethod.HmacSha1 => "HMAC-SHA1",
        OAuth1SignatureMethod.HmacSha256 => "HMAC-SHA256",
        OAuth1SignatureMethod.HmacSha512 => "HMAC-SHA512",
        OAuth1SignatureMethod.RsaSha1 => "RSA-SHA1",
        OAuth1SignatureMethod.RsaSha256 => "RSA-SHA256",
        _ => "PLAINTEXT",
    };

    /// <summary>The hash inside the signature, which a body hash uses as well.</summary>
    internal HashAlgorithmName Hash => Signature switch
    {
        OAuth1SignatureMethod.HmacSha256 or OAuth1SignatureMethod.RsaSha256 => HashAlgorithmName.SHA256,
        OAuth1SignatureMethod.HmacSha512 => HashAlgorithmName.SHA512,
        _ => HashAlgorithmName.SHA1,
    };

    /// <summary>Whether a private key signs.</summary>
    internal bool IsRsa => Signature is OAuth1SignatureMethod.RsaSha1 or OAuth1SignatureMethod.RsaSha256;

    /// <summary>Whether a request says anything of its body.</summary>
    internal bool HashesBodies => BodyHash && Signature != OAuth1SignatureMethod.Plaintext;

    /// <summary>Whether secrets may be sent there as they are: nobody listens between.</summary>
    internal bool MayGoTo(Uri address) => Signature != OAuth1SignatureMethod.Plaintext
        || address.Scheme == Uri.UriSchemeHttps || address.IsLoopback;
}
