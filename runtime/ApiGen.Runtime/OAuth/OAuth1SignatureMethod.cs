namespace ApiGen.OAuth;

/// <summary>How a request is signed (RFC 5849 §3.4, and its successors with longer hashes).</summary>
public enum OAuth1SignatureMethod
{
    /// <summary>HMAC-SHA1 (RFC 5849 §3.4.2), keyed with both secrets.</summary>
    HmacSha1,

    /// <summary>HMAC-SHA256: as HMAC-SHA1 with the longer hash.</summary>
    HmacSha256,

    /// <summary>HMAC-SHA512: as HMAC-SHA1 with the longest hash.</summary>
    HmacSha512,

    /// <summary>RSA-SHA1 (RFC 5849 §3.4.3), with the application's private key.</summary>
    RsaSha1,

    /// <summary>RSA-SHA256: as RSA-SHA1 with the longer hash.</summary>
    RsaSha256,

    /// <summary>
    /// PLAINTEXT (RFC 5849 §3.4.4): both secrets themselves, and so only over TLS or to this very machine.
    /// </summary>
    Plaintext,
}
