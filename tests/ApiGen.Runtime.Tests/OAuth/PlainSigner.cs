using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ApiGen.OAuth;

namespace ApiGen.Runtime.Tests.OAuth;

/// <summary>The plainest reading of RFC 5849, on nothing but the base library.</summary>
internal static class PlainSigner
{
    public static string Sign(
        OAuth1Scheme scheme, OAuth1Credentials credentials, string method, string url,
        (string Name, string Value)[] own, byte[]? body, string nonce, long timestamp)
    {
        List<(string Name, string Value)> protocol =
        [
            ("oauth_consumer_key", credentials.ConsumerKey),
            ("oauth_nonce", nonce),
            ("oauth_signature_method", scheme.MethodName),
            ("oauth_timestamp", timestamp.ToString(CultureInfo.InvariantCulture)),
        ];
        if (credentials.Token.Length > 0 || scheme.SendsEmptyToken) protocol.Add(("oauth_token", credentials.Token));
        if (scheme.SendsVersion) protocol.Add(("oauth_version", "1.0"));
        if (scheme.BodyHash && scheme.Signature != OAuth1SignatureMethod.Plaintext && body is not null)
        {
            protocol.Add(
                ("oauth_body_hash", Convert.ToBase64String(CryptographicOperations.HashData(HashOf(scheme), body))));
        }

        string pairs = string.Join('&', Sort(protocol.Concat(own)).Select(pair => $"{pair.Name}={pair.Value}"));
        string text = $"{method.ToUpperInvariant()}&{Uri.EscapeDataString(url)}&{Uri.EscapeDataString(pairs)}";
        protocol.Add(("oauth_signature", SignatureOf(scheme, credentials, text)));
        if (scheme.Send != OAuth1Transmission.Header)
            return string.Join('&', Sort(protocol).Select(pair => $"{pair.Name}={pair.Value}"));
        string realm = scheme.Realm is null
            ? ""
            : $"realm=\"{scheme.Realm.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\", ";
        return $"OAuth {realm}{string.Join(", ", Sort(protocol).Select(pair => $"{pair.Name}=\"{pair.Value}\""))}";
    }

    private static IEnumerable<(string Name, string Value)> Sort(IEnumerable<(string Name, string Value)> pairs) => pairs
        .Select(pair => (Name: Uri.EscapeDataString(pair.Name), Value: Uri.EscapeDataString(pair.Value)))
        .OrderBy(pair => pair.Name, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal);

    private static string SignatureOf(OAuth1Scheme scheme, OAuth1Credentials credentials, string text)
    {
        if (scheme.Signature is OAuth1SignatureMethod.RsaSha1 or OAuth1SignatureMethod.RsaSha256)
        {
            using var rsa = RSA.Create();
            rsa.ImportPkcs8PrivateKey(credentials.PrivateKey, out _);
            return Convert.ToBase64String(
                rsa.SignData(Encoding.UTF8.GetBytes(text), HashOf(scheme), RSASignaturePadding.Pkcs1));
        }

        string key = string.Join('&',
            Uri.EscapeDataString(credentials.ConsumerSecret), Uri.EscapeDataString(credentials.TokenSecret));
        return scheme.Signature == OAuth1SignatureMethod.Plaintext
            ? key
            : Convert.ToBase64String(CryptographicOperations.HmacData(
                HashOf(scheme), Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text)));
    }

    private static HashAlgorithmName HashOf(OAuth1Scheme scheme) => scheme.Signature switch
    {
        OAuth1SignatureMethod.HmacSha256 or OAuth1SignatureMethod.RsaSha256 => HashAlgorithmName.SHA256,
        OAuth1SignatureMethod.HmacSha512 => HashAlgorithmName.SHA512,
        _ => HashAlgorithmName.SHA1,
    };
}
