using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using ApiGen.CompilerServices;

namespace ApiGen.Sandbox.Verification;

/// <summary>One way of signing, as a server checks it (RFC 5849, section 3.4).</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Hash">The hash inside it, which a body hash uses as well.</param>
internal sealed record SignatureMethod(string Name, HashAlgorithmName Hash)
{
    public static IReadOnlyList<SignatureMethod> All { get; } =
    [
        new("HMAC-SHA1", HashAlgorithmName.SHA1),
        new("HMAC-SHA256", HashAlgorithmName.SHA256),
        new("HMAC-SHA512", HashAlgorithmName.SHA512),
        new("RSA-SHA1", HashAlgorithmName.SHA1),
        new("RSA-SHA256", HashAlgorithmName.SHA256),
        new("PLAINTEXT", HashAlgorithmName.SHA1),
    ];

    public bool IsPlaintext => Name == "PLAINTEXT";

    /// <summary>What signs, for a message.</summary>
    public string KeyName => IsRsa ? "the app's private key" : "the consumer secret and the token secret";

    private bool IsRsa => Name.StartsWith("RSA-", StringComparison.Ordinal);

    /// <summary>The name of an API's method, by the words that two names share: HmacSha1 is HMAC-SHA1.</summary>
    public static string NameIn(ApiDescriptor api) => All
        .Select(method => method.Name)
        .First(name => name.Replace("-", "", StringComparison.Ordinal)
            .Equals(api.Signing.Signature.ToString(), StringComparison.OrdinalIgnoreCase));

    /// <summary>The method of a name, or null.</summary>
    public static SignatureMethod? Named(string? name) => All.FirstOrDefault(method => method.Name == name);

    /// <summary>Whether a signature is an account's of a base string.</summary>
    public bool Accepts(string signature, string baseString, SandboxAccount account)
    {
        if (IsRsa) return account.PublicKey is { } publicKey && IsSignedBy(publicKey, signature, baseString);
        string key = $"{PercentEncoding.Encode(account.ConsumerSecret)}&{PercentEncoding.Encode(account.TokenSecret)}";
        string expected = IsPlaintext ? key : Convert.ToBase64String(Code(key, baseString));

        // The text is compared, not the bytes it decodes to: Base64 has several spellings of the same bytes.
        return CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(signature));
    }

    /// <summary>The hash of a body, in Base64.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "The draft of the body hash prescribes it.")]
    public string HashOf(byte[] body) => Convert.ToBase64String(
        Hash == HashAlgorithmName.SHA256 ? SHA256.HashData(body)
        : Hash == HashAlgorithmName.SHA512 ? SHA512.HashData(body)
        : SHA1.HashData(body));

    [SuppressMessage("Security", "CA5350", Justification = "OAuth 1.0a prescribes it (RFC 5849, section 3.4.2).")]
    private byte[] Code(string key, string text)
    {
        (byte[] keyBytes, byte[] textBytes) = (Encoding.ASCII.GetBytes(key), Encoding.ASCII.GetBytes(text));
        return Hash == HashAlgorithmName.SHA256 ? HMACSHA256.HashData(keyBytes, textBytes)
            : Hash == HashAlgorithmName.SHA512 ? HMACSHA512.HashData(keyBytes, textBytes)
            : HMACSHA1.HashData(keyBytes, textBytes);
    }

    private bool IsSignedBy(string publicKey, string signature, string text)
    {
        byte[] bytes = new byte[signature.Length];
        if (!Convert.TryFromBase64String(signature, bytes, out int length)) return false;
        using RSA rsa = RSA.Create();
        rsa.ImportFromPem(publicKey);
        return rsa.VerifyData(
            Encoding.ASCII.GetBytes(text), bytes.AsSpan(0, length), Hash, RSASignaturePadding.Pkcs1);
    }
}
