using System.Security.Cryptography;
using System.Text;
using ApiGen.OAuth;
using CsCheck;

namespace ApiGen.Runtime.Tests.OAuth;

public sealed class OAuth1SignerPropertyTests
{
    private static readonly Gen<string> Text = Gen.Frequency(
        (4, Gen.OneOf(
            "a", "Z", "0", "-", "_", "~", "%", " ", "+", "!", "*", "'", "(", ")", "&", "=", "/", "\0", "é", "私",
            "\U0001F64F", "\ud83d", "\ude4f", "oauth", "word").Array[0, 12].Select(string.Concat)),
        (2, Gen.String),
        (1, Gen.String[300, 900]));

    private static readonly Gen<OAuth1Credentials> Credentials = Gen.Select(
        Text.Where(key => key.Length > 0), Text, Text.Where(token => token.Length > 0), Text,
        (key, secret, token, tokenSecret) => new OAuth1Credentials(key, secret, token, tokenSecret));

    private static readonly Gen<(string Name, string Value)[]> Own = Gen.Select(
        Text.Where(name => !name.StartsWith("oauth_", StringComparison.Ordinal)), Text).Array[0, 8];

    private static readonly Gen<(string Method, string Url)> Target = Gen.OneOf(
        ("GET", "https://api.twitter.com/1.1/users/show.json"),
        ("POST", "http://example.com:8080/r%20v/%E2%98%83!"),
        ("DELETE", "https://[::1]:8443/"));

    [Fact]
    public void Any_request_is_signed_as_the_plainest_reading_of_the_RFC_signs_it() =>
        Gen.Select(Credentials, Target, Own, Gen.Long[0, 253_402_300_799]).Sample((credentials, target, own, seconds) =>
        {
            (byte[] before, byte[] after) = Parameters.Split(own);
            string header = new OAuth1Signer(credentials).Authorize(
                SignatureBaseString.Prefix(target.Method, target.Url), before, after,
                DateTimeOffset.FromUnixTimeSeconds(seconds));
            string nonce = OAuth1SignerTests.HeaderValue(header, "oauth_nonce");
            Assert.Equal(PlainHeader(credentials, target.Method, target.Url, own, nonce, seconds), header);
        }, iter: 2_000);

    private static string PlainHeader(
        OAuth1Credentials credentials, string method, string url, (string Name, string Value)[] own,
        string nonce, long seconds)
    {
        (string Name, string Value)[] protocol =
        [
            ("oauth_consumer_key", credentials.ConsumerKey),
            ("oauth_nonce", nonce),
            ("oauth_signature_method", "HMAC-SHA1"),
            ("oauth_timestamp", $"{seconds}"),
            ("oauth_token", credentials.Token),
            ("oauth_version", "1.0"),
        ];
        IEnumerable<string> pairs = protocol.Concat(own)
            .Select(p => (Name: Uri.EscapeDataString(p.Name), Value: Uri.EscapeDataString(p.Value)))
            .OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Value, StringComparer.Ordinal)
            .Select(p => $"{p.Name}={p.Value}");
        string baseString = $"{method}&{Uri.EscapeDataString(url)}&{Uri.EscapeDataString(string.Join('&', pairs))}";
        byte[] code = HMACSHA1.HashData(
            Encoding.UTF8.GetBytes(string.Join('&',
                Uri.EscapeDataString(credentials.ConsumerSecret), Uri.EscapeDataString(credentials.TokenSecret))),
            Encoding.UTF8.GetBytes(baseString));
        return "OAuth " + string.Join(", ", protocol.Append(("oauth_signature", Convert.ToBase64String(code)))
            .OrderBy(p => p.Item1, StringComparer.Ordinal)
            .Select(p => $"{p.Item1}=\"{Uri.EscapeDataString(p.Item2)}\""));
    }
}
