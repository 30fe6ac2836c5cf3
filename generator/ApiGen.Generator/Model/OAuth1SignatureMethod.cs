namespace ApiGen.Generator.Model;

/// <summary>How a request is signed; the names are the runtime's.</summary>
internal enum OAuth1SignatureMethod
{
    HmacSha1,
    HmacSha256,
    HmacSha512,
    RsaSha1,
    RsaSha256,
    Plaintext,
}
