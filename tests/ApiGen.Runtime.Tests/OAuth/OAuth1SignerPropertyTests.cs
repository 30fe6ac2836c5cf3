using System.Text;
using ApiGen.OAuth;
using CsCheck;

namespace ApiGen.Runtime.Tests.OAuth;

public sealed class OAuth1SignerPropertyTests
{
    private static readonly Gen<(OAuth1Scheme Scheme, OAuth1Credentials Credentials)> Signers =
        RandomRequests.Scheme.SelectMany(RandomRequests.Credentials, (scheme, credentials) => (scheme, credentials));

    // Whether they are in the query or the form, and written the strict way or as forms are.
    private static readonly Gen<(bool IsForm, bool IsLoose)> Writings = Gen.Select(Gen.Bool, Gen.Bool);

    [Fact]
    public void Generated_and_general_path_sign_any_request_as_the_plainest_reading_of_the_RFC() =>
        Gen.Select(Signers, RandomRequests.Target, RandomRequests.Own, Writings, Gen.Long[0, 253_402_300_799]).Sample(
            (signs, target, own, writing, timestamp) =>
            {
                (OAuth1Scheme scheme, OAuth1Credentials credentials) = signs;
                var signer = new OAuth1Signer(credentials, scheme);
                byte[]? body = writing.IsForm ? null : [];
                string plain = PlainSigner.Sign(
                    scheme, credentials, target.Method, target.Url, own, body, "n0nce", timestamp);

                (byte[] before, byte[] after) = Parameters.Split(own);
                byte[] prefix = GeneratedPrefix(target.Method, Url(target.Url));
                string? bodyHash = scheme.HashesBodies && body is not null
                    ? SignatureAlgorithm.BodyHash(scheme.Hash, body)
                    : null;
                Assert.Equal(
                    plain, signer.Authorize(signer.Parts(prefix, before, after, bodyHash), "n0nce"u8, timestamp));

                Assert.Equal(plain, signer.Authorize(Request(target, own, writing), "n0nce"u8, timestamp));
            }, iter: 3_000);

    /// <summary>Of parts that were encoded apart, as a generated client does.</summary>
    private static byte[] GeneratedPrefix(string method, Uri address) => SignatureBaseString.Prefix(
        method.ToUpperInvariant(),
        SignatureBaseString.OriginOf(new Uri(address.GetLeftPart(UriPartial.Authority))),
        PercentEncoding.Encode(address.AbsolutePath));

    private static OAuth1Request Request(
        (string Method, string Url) target, (string Name, string Value)[] own, (bool IsForm, bool IsLoose) writing)
    {
        byte[] encoded = writing.IsLoose ? Loosely(own) : Parameters.Encode(own);
        var method = new HttpMethod(target.Method);
        if (writing.IsForm) return new OAuth1Request(method, Url(target.Url)) { Form = encoded };
        return new OAuth1Request(method, Url($"{target.Url}?{Encoding.ASCII.GetString(encoded)}"));
    }

    private static Uri Url(string url) =>
        new(url, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

    /// <summary>With pluses, lower-case escapes, needless escapes and needless ampersands.</summary>
    private static byte[] Loosely((string Name, string Value)[] own) => Encoding.ASCII.GetBytes("&" + string.Join(
        "&&", own.Select(pair => $"{Loosely(pair.Name)}={Loosely(pair.Value)}")));

    private static string Loosely(string text) => Uri.EscapeDataString(text)
        .Replace("%20", "+", StringComparison.Ordinal)
        .Replace("%C3", "%c3", StringComparison.Ordinal)
        .Replace("a", "%61", StringComparison.Ordinal)
        .Replace("%2A", "*", StringComparison.Ordinal);
}
