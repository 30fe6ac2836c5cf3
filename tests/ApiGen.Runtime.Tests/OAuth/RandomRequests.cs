using System.Security.Cryptography;
using ApiGen.OAuth;
using CsCheck;

namespace ApiGen.Runtime.Tests.OAuth;

/// <summary>Requests of all sorts, to be signed in every way there is.</summary>
internal static class RandomRequests
{
    private static readonly Lazy<string> PrivateKey = new(() =>
    {
        using var key = RSA.Create(1024);
        return key.ExportPkcs8PrivateKeyPem();
    });

    public static Gen<string> Text { get; } = Gen.Frequency(
        (4, Gen.OneOf(
            "a", "Z", "0", "-", "_", "~", "%", " ", "+", "!", "*", "'", "(", ")", "&", "=", "/", "\0", "é", "私",
            "\U0001F64F", "\ud83d", "\ude4f", "oauth", "word", "%2", "%zz", ";", "[", "]").Array[0, 12]
            .Select(string.Concat)),
        (2, Gen.String),
        (1, Gen.String[300, 900]));

    /// <summary>Names and values of a request's own, some of them twice.</summary>
    public static Gen<(string Name, string Value)[]> Own { get; } = Gen.Select(
        Gen.OneOf(Text, Gen.OneOf<string>("a", "b", "oauth", "oauthz", "n")), Text)
        .Where((name, _) => !name.StartsWith("oauth_", StringComparison.Ordinal))
        .Array[0, 20];

    public static Gen<(string Method, string Url)> Target { get; } = Gen.OneOf(
        ("GET", "https://api.twitter.com/1.1/users/show.json"),
        ("POST", "http://localhost:8080/r%20v/%E2%98%83!*'()"),
        ("delete", "https://[::1]:8443/"),
        ("PATCH", "https://xn--bcher-kva.example:444/%7E/%2f"));

    public static Gen<OAuth1Scheme> Scheme { get; } = Gen.Select(
        Gen.Enum<OAuth1SignatureMethod>(), Gen.Enum<OAuth1Transmission>(),
        Gen.OneOf(Gen.Const((string?)null), Gen.Const<string?>(""), Gen.Const<string?>("a \"b\" \\c")),
        Gen.Bool, Gen.Bool, Gen.Bool,
        (signature, send, realm, bodyHash, emptyToken, version) => new OAuth1Scheme
        {
            Signature = signature,
            Send = send,
            Realm = realm,
            BodyHash = bodyHash,
            SendsEmptyToken = emptyToken,
            SendsVersion = version,
        });

    /// <summary>Credentials of the kind that a scheme needs, some without a token.</summary>
    public static Gen<OAuth1Credentials> Credentials(OAuth1Scheme scheme) => Gen.Select(
        Text.Where(key => key.Length > 0), Text, Text, Text,
        (key, secret, token, tokenSecret) =>
            scheme.IsRsa ? OAuth1Credentials.WithPrivateKey(key, PrivateKey.Value, token)
            : token.Length == 0 ? new OAuth1Credentials(key, secret)
            : new OAuth1Credentials(key, secret, token, tokenSecret));
}
